import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Question } from '#domain/directives/schema.ts';
import { shortDay } from '#locales/dates.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** An answer as a person reads it: "12", "Có", "Cấp độ 1: 3, Cấp độ 2: 2" (what is 0 goes without saying), "5/12/2026", "10%". */
export function answerWords(
  { say, language }: Pick<OfficerTurn, 'say' | 'language'>,
  question: Question,
  value: AnswerValue,
): string {
  switch (question.type) {
    case 'yes-no':
      return value === true ? say('yes') : say('no');
    case 'choice':
    case 'multi-choice': {
      const keys = (Array.isArray(value) ? value : [value]).map(String);
      const chosen = (question.options ?? []).filter((option) => keys.includes(option.key));
      return chosen.map((option) => option.label[language]).join(', ');
    }
    case 'date':
      return shortDay(String(value));
    case 'percent':
      return `${number(value, language)}%`;
    case 'numbers': {
      const counts = value as number[];
      const counted = (question.parts ?? []).flatMap((part, index) =>
        counts[index] ? [say('counted', { label: part.label[language], count: counts[index] })] : [],
      );
      return counted.length > 0 ? counted.join(', ') : say('nothing-counted');
    }
    case 'integer':
    case 'decimal':
      return number(value, language);
    case 'text':
      return String(value);
  }
}

function number(value: AnswerValue, language: 'vi' | 'en'): string {
  return new Intl.NumberFormat(language).format(Number(value));
}
