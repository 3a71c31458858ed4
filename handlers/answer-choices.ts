import type { Choice } from '#domain/channel.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { QuestionSay } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { addDays, type Day } from '#domain/time.ts';
import { dayAndMonth } from '#locales/dates.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The answers that a question can be given with one tap; everything can be typed as well. */
export function answerChoices(turn: OfficerTurn, dialogueId: string, asked: QuestionSay): Choice[][] {
  const { say, language, today } = turn;
  const { instance, picked = [] } = asked;
  const { question } = instance;
  const choose = (label: string, value: Parameters<typeof tapFor>[0]): Choice => ({
    label,
    data: tapFor(value),
  });

  switch (question.type) {
    case 'yes-no':
      return [
        [choose(say('yes'), true), choose(say('no'), false)],
        ...(asked.together
          ? [
              [
                {
                  label: say('button-earlier', { day: dayAndMonth(instance.windowFrom) }),
                  data: dialogueTap(dialogueId, { kind: 'earlier', instance }),
                },
              ],
            ]
          : []),
      ];
    case 'choice':
      return (question.options ?? []).map((option) => [choose(option.label[language], option.key)]);
    case 'multi-choice': {
      const marks = (question.options ?? []).map((option) => {
        const isPicked = picked.includes(option.key);
        const keys = isPicked ? picked.filter((key) => key !== option.key) : [...picked, option.key];
        return [
          {
            label: isPicked ? say('picked', { label: option.label[language] }) : option.label[language],
            data: dialogueTap(dialogueId, { kind: 'pick', instance, keys }),
          },
        ];
      });
      return picked.length > 0 ? [...marks, [choose(say('button-picked'), picked)]] : marks;
    }
    case 'integer':
      return (question.min ?? 0) <= 0 ? [[choose(say('none-of-them'), 0)]] : [];
    case 'numbers':
      return [];
    case 'date': {
      const days = [
        { day: today, label: say('today-is', { day: dayAndMonth(today) }) },
        { day: addDays(today, -1), label: say('yesterday-was', { day: dayAndMonth(addDays(today, -1)) }) },
      ].filter(({ day }) => isOffered(instance, day));
      return days.length > 0 ? [days.map(({ day, label }) => choose(label, day))] : [];
    }
    case 'decimal':
    case 'percent':
    case 'text':
      return [];
  }

  function tapFor(value: string | number | boolean | string[]): string {
    return dialogueTap(dialogueId, { kind: 'choose', instance, value });
  }
}

/** A day outside the window would only be asked back. */
function isOffered({ question, windowFrom, windowTo }: QuestionInstance, day: Day): boolean {
  return question.dateRule !== 'in-window' || (windowFrom <= day && day <= windowTo);
}
