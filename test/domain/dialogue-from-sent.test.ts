import { describe, expect, test } from 'vitest';
import { findForm } from '#domain/catalogue.ts';
import { changedAnswers } from '#domain/changed-answers.ts';
import type { Answers } from '#domain/answers/answer-value.ts';
import { advance, type DialogueContext } from '#domain/dialogue.ts';
import { type QuestionMeant, type SentReport, startFromSent } from '#domain/dialogue/sent.ts';
import type { AnswerRemark } from '#domain/dialogue/say.ts';
import { type DialogueAssignment, summary } from '#domain/dialogue/state.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';

const catalogue = realCatalogue();
const unit = { id: 'stc', name: 'Sở Tài chính' };

const context: DialogueContext = {
  today: '2026-12-16',
  on: catalogue.on,
  past: {},
  formOf: (id, version) => findForm(catalogue, id, version),
};

function assignment(id: string, formId: string, windowFrom: string): DialogueAssignment {
  const formVersion = findForm(catalogue, formId)?.version ?? 0;
  return {
    ...{ assignmentId: id, directive: 'thai-nguyen-1880-2024', duty: id, period: '2026-M12', unit },
    ...{ formId, formVersion, windowFrom, windowTo: '2026-12-14' },
  };
}

const month = assignment('month', 'monthly-agency', '2026-11-15');
const quarter = assignment('quarter', 'quarterly-agency', '2026-09-15');

const quiet = {
  ...{ 'systems-managed': 0, incidents: 0, 'vulnerabilities-found': 0, 'hunting-done': false },
  backups: true,
};

function begun(
  reports: [DialogueAssignment, Answers, Record<string, AnswerRemark>?][],
  meant?: QuestionMeant,
) {
  const sent: Record<string, SentReport> = Object.fromEntries(
    reports.map(([{ assignmentId }, answers, remarks = {}]) => [assignmentId, { answers, remarks }]),
  );
  const drafts = Object.fromEntries(reports.map(([{ assignmentId }, answers]) => [assignmentId, answers]));
  const assignments = reports.map(([one]) => one);
  return startFromSent(assignments, drafts, sent, context, meant);
}

describe('a conversation over what was sent', () => {
  test('stands at the summary; what was passed over is not asked again', () => {
    const { state, say } = begun([[month, quiet]]);
    expect(state.at).toBe(summary);
    expect(state.skipped).toEqual(['difficulties@2026-11-15']);
    expect(say.map(({ kind }) => kind)).toEqual(['summary']);
  });

  test('stands at the question that is meant', () => {
    const { state } = begun([[month, quiet]], { key: 'incidents', assignmentIds: ['month'] });
    expect(state.at).toBe('incidents@2026-11-15');
  });

  test('at one that was passed over too, and there is an answer then', () => {
    const { state } = begun([[month, quiet]], { key: 'difficulties', assignmentIds: ['month'] });
    expect(state.at).toBe('difficulties@2026-11-15');
    const answered = advance(
      state,
      { kind: 'answer', slot: state.at, typed: 'Thiếu cán bộ chuyên trách' },
      context,
    );
    expect(answered.state.at).toBe(summary);
  });

  test('at the summary where the question meant is not asked any more', () => {
    const meant = { key: 'systems-by-level', assignmentIds: ['month'] };
    expect(begun([[month, quiet]], meant).state.at).toBe(summary);
  });

  test('keeps what is known of an answer', () => {
    const confirmed = { reason: 'tenfold', last: 1 } as const;
    const { state } = begun([[month, { ...quiet, 'systems-managed': 0 }, { incidents: { confirmed } }]]);
    expect(state.confirmed).toEqual({ 'incidents@2026-11-15': confirmed });
  });

  test('what was carried over from the month follows it when it is changed', () => {
    const both = begun([
      [month, { ...quiet, difficulties: 'Thiếu người' }],
      [
        quarter,
        { ...quiet, 'ncsc-connected': true, difficulties: 'Thiếu người' },
        { difficulties: { from: 'carried' } },
      ],
    ]);
    expect(both.state.answers).not.toHaveProperty('difficulties@2026-09-15');
    const alone = begun([
      [
        quarter,
        { ...quiet, 'ncsc-connected': true, difficulties: 'Thiếu người' },
        { difficulties: { from: 'carried' } },
      ],
    ]);
    expect(alone.state.answers).toHaveProperty('difficulties@2026-09-15', 'Thiếu người');
  });
});

describe('what is other in the later version', () => {
  test('in its order, and then what is gone; what is the same is no change', () => {
    expect(changedAnswers({ a: 1, b: [1, 2], gone: 'x' }, { b: [1, 3], a: 1, new: true })).toEqual([
      { key: 'b', before: [1, 2], after: [1, 3] },
      { key: 'new', after: true },
      { key: 'gone', before: 'x' },
    ]);
  });
});
