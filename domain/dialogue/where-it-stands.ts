import { answersOf, relevantQuestions } from '#domain/form.ts';
import type {
  AnswerRemark,
  DialogueSay,
  QuestionSay,
  ReadySubmission,
  ReportSummary,
} from '#domain/dialogue/say.ts';
import { howMuch } from '#domain/dialogue/how-much.ts';
import { linesOfNothing, type PastAnswers } from '#domain/dialogue/last-period.ts';
import type { FormSource, QuestionInstance } from '#domain/dialogue/plan.ts';
import { isCounted, type Report, type Standing } from '#domain/dialogue/standing.ts';
import { type DialogueState, type Slot, summary } from '#domain/dialogue/state.ts';
import { tagOf } from '#domain/dialogue/tag.ts';

/** What to say so that a person knows what is expected now: the question, the summary, or that it is put aside. */
export function whereItStands(
  state: DialogueState,
  standing: Standing,
  context: FormSource & PastAnswers,
): DialogueSay[] {
  if (state.status === 'sent') return [{ kind: 'over' }];
  if (state.status === 'stopped') {
    const total = standing.asks.length;
    return [{ kind: 'stopped', answered: total - asksLeft(standing), total }];
  }
  if (state.at === summary) {
    return [
      {
        kind: 'summary',
        reports: standing.reports.map(summaryOf),
        tag: summaryTag(state, standing),
        howMuch: howMuch(standing),
      },
    ];
  }
  const instance = standing.relevant.find(({ slot }) => slot === state.at);
  if (!instance) throw new Error(`a dialogue stands at ${state.at}, which is not to be answered`);
  if (state.nothing) {
    return [{ kind: 'confirm-nothing', instance, lines: linesOfNothing(state, context) }];
  }
  if (state.doubt) return [{ kind: 'confirm', instance, given: givenLines(state.doubt, standing) }];
  return asked(state, standing, instance);
}

function givenLines(
  { values, doubts }: NonNullable<DialogueState['doubt']>,
  { relevant, reports }: Standing,
) {
  const known = [...relevant, ...reports.flatMap(({ instances }) => [...instances.values()])];
  return values.flatMap(({ slot, value }) => {
    const instance = known.find((one) => one.slot === slot);
    const doubt = doubts.find((one) => one.slot === slot)?.doubt;
    return instance ? [{ instance, value, ...(doubt ? { doubt } : {}) }] : [];
  });
}

/** What would be sent now, by assignment. */
export function submissionsOf(
  state: Pick<DialogueState, 'sources' | 'confirmed'>,
  { reports, carried }: Standing,
): ReadySubmission[] {
  return reports.map(({ assignment: { assignmentId, formId, formVersion }, form, draft, instances }) => {
    const answers = answersOf(form, draft);
    const remarks = Object.keys(answers).flatMap((key) => {
      const slot = instances.get(key)?.slot ?? '';
      const remark = remarkOn(state, slot, carried);
      return remark ? [[key, remark] as const] : [];
    });
    return { assignmentId, formId, formVersion, answers, remarks: Object.fromEntries(remarks) };
  });
}

function remarkOn(
  { sources, confirmed }: Pick<DialogueState, 'sources' | 'confirmed'>,
  slot: Slot,
  carried: Standing['carried'],
): AnswerRemark | undefined {
  const origin = carried.get(slot)?.from;
  if (origin !== undefined) return { from: 'carried' };
  const from = sources[slot];
  const doubt = confirmed[slot];
  if (!from && !doubt) return undefined;
  return { ...(from ? { from } : {}), ...(doubt ? { confirmed: doubt } : {}) };
}

/** Changes with whatever the summary shows, so that nobody sends figures other than those under the button. */
export function summaryTag(state: Pick<DialogueState, 'sources' | 'confirmed'>, standing: Standing): string {
  return tagOf(JSON.stringify(submissionsOf(state, standing).map(({ answers }) => answers)));
}

function asked(state: DialogueState, standing: Standing, instance: QuestionInstance): DialogueSay[] {
  const { slot } = instance;
  const broken = standing.broken.filter(({ later }) => later.slot === slot);
  const place = standing.asks.findIndex((ask) => ask.some((one) => one.slot === slot));
  const carried = standing.carried.get(slot)?.value;
  const current = state.answers[slot] ?? carried;
  const together = askedTogether(state, standing, instance);
  const question: QuestionSay = {
    kind: 'question',
    instance,
    // One that was carried over is asked only to be changed; it counts as the one that it was taken from.
    number: Math.max(place, 0) + 1,
    total: standing.asks.length,
    canGoBack: standing.relevant[0]?.slot !== slot,
    canSkip: !standing.required.has(slot),
    ...(current === undefined ? {} : { current }),
    ...(together.length > 1 ? { together } : {}),
  };
  return [
    ...broken.map(({ rule, other }): DialogueSay => {
      return { kind: 'rule-broken', rule: rule.rule, message: rule.message, instance, other };
    }),
    question,
  ];
}

/** The question, and the same over wider windows that are still open: one message may answer them all. */
export function askedTogether(
  state: Pick<DialogueState, 'answers'>,
  { asks, open }: Pick<Standing, 'asks' | 'open'>,
  { slot }: Pick<QuestionInstance, 'slot'>,
): QuestionInstance[] {
  const ask = asks.find((members) => members.some((one) => one.slot === slot)) ?? [];
  const isOpen = (one: QuestionInstance) =>
    state.answers[one.slot] === undefined && open.some((candidate) => candidate.slot === one.slot);
  const [first, ...others] = ask.slice(ask.findIndex((one) => one.slot === slot));
  if (!first || !isOpen(first)) return [];
  return isCounted(first.question) ? [first, ...others.filter(isOpen)] : [first];
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

/** How many messages are still to be answered. */
export function asksLeft({ asks, open }: Pick<Standing, 'asks' | 'open'>): number {
  const slots = new Set(open.map(({ slot }) => slot));
  return asks.filter((ask) => ask.some(({ slot }) => slots.has(slot))).length;
}
