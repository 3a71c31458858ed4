import { findForm } from '#domain/catalogue.ts';
import type { Story } from '#test/kit/province.ts';

/** How a form calls a question in lists, and what it says when two answers do not fit together: its data, in Vietnamese. */
export function wordsOfForm({ catalogue }: Pick<Story, 'catalogue'>, formId: string) {
  const form = findForm(catalogue, formId);
  if (!form) throw new Error(`There is no form ${formId}.`);
  return {
    shortLabel: (key: string) =>
      form.questions.find((question) => question.key === key)?.shortLabel.vi ?? key,
    /** Of the rule about this question, and the other one where there are several. */
    broken: (key: string, other?: string) =>
      form.rules.find(
        (rule) => rule.question === key && (!other || ('other' in rule && rule.other === other)),
      )?.message.vi ?? key,
    helpOf: (key: string) => form.questions.find((question) => question.key === key)?.help.vi ?? key,
  };
}
