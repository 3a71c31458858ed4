import { answersOf, relevantQuestions } from '#domain/form.ts';
import type { DialogueSay, QuestionSay, ReadySubmission, ReportSummary } from '#domain/dialogue/say.ts';
import type { Report, Standing } from '#domain/dialogue/standing.ts';
import { type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import { tagOf } from '#domain/dialogue/tag.ts';

/** What to say so that a person knows what is expected now: the question, the summary, or that it is put aside. */
export function whereItStands(state: DialogueState, standing: Standing): DialogueSay[] {
  if (state.status === 'sent') return [{ kind: 'over' }];
  if (state.status === 'stopped') {
    const total = standing.relevant.length;
    return [{ kind: 'stopped', answered: total - standing.open.length, total }];
  }
  if (state.at === summary) {
    return [{ kind: 'summary', reports: standing.reports.map(summaryOf), tag: summaryTag(standing) }];
  }
  return asked(state, standing, state.at);
}

/** What would be sent now, by assignment. */
export function submissionsOf({ reports }: Standing): ReadySubmission[] {
  return reports.map(({ assignment: { assignmentId, formId, formVersion }, form, draft }) => ({
    assignmentId,
    formId,
    formVersion,
    answers: answersOf(form, draft),
  }));
}

/** Changes with whatever the summary shows, so that nobody sends figures other than those under the button. */
export function summaryTag(standing: Standing): string {
  return tagOf(JSON.stringify(submissionsOf(standing)));
}

function asked(state: DialogueState, standing: Standing, slot: Slot): DialogueSay[] {
  const index = standing.relevant.findIndex((instance) => instance.slot === slot);
  const instance = standing.relevant[index];
  if (!instance) throw new Error(`a dialogue stands at ${slot}, which is not to be answered`);
  if (state.doubt) return [{ kind: 'confirm', instance, ...state.doubt }];
  const broken = standing.broken.filter(({ later }) => later.slot === slot);
  const current = state.answers[slot];
  const question: QuestionSay = {
    kind: 'question',
    instance,
    number: index + 1,
    total: standing.relevant.length,
    canGoBack: index > 0,
    canSkip: !standing.required.has(slot),
    ...(current === undefined ? {} : { current }),
  };
  return [
    ...broken.map(({ rule, other }): DialogueSay => {
      return { kind: 'rule-broken', rule: rule.rule, message: rule.message, instance, other };
    }),
    question,
  ];
}

function summaryOf({ assignment, form, draft, instances }: Report): ReportSummary {
  const lines: ReportSummary['lines'] = [];
  for (const question of relevantQuestions(form, draft)) {
    const instance = instances.get(question.key);
    const answer = draft[question.key];
    if (instance) lines.push({ instance, question, ...(answer === undefined ? {} : { answer }) });
  }
  return { assignment, lines };
}
