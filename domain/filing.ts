import { z } from 'zod';
import { readDate } from '#domain/answers/date.ts';
import type { Day } from '#domain/time.ts';

/**
 * "Đã gửi bằng văn bản": a short conversation that records the number and the day of a document that went another
 * way. It has no figures. This is how it stands between two messages, as it is stored.
 */
export const filingStateSchema = z.strictObject({
  version: z.literal(1),
  /** Which of them the paper is; while `step` is `choose`, those that it may be. */
  assignmentIds: z.array(z.string()).min(1),
  step: z.enum(['choose', 'number', 'date', 'confirm']),
  documentNumber: z.string().optional(),
  documentDate: z.string().optional(),
});

export type FilingState = z.infer<typeof filingStateSchema>;

/** Begins with what the first words gave already: "gửi qua trục rồi, số 214/BC-STC ngày 12/12". */
export function startFiling(assignmentIds: string[], typed: string, today: Day): FilingState {
  const documentNumber = documentNumberIn(typed);
  const documentDate = documentDayIn(typed, today);
  return onward({
    version: 1,
    assignmentIds,
    step: assignmentIds.length > 1 ? 'choose' : 'number',
    ...(documentNumber ? { documentNumber } : {}),
    ...(documentDate ? { documentDate } : {}),
  });
}

export type FilingStep =
  | { kind: 'moved'; state: FilingState }
  | { kind: 'misunderstood' }
  /** The day lies ahead: nobody has sent that yet. */
  | { kind: 'future-day' };

/** A typed text, read as what the present step asks for; more of it is taken when it is there. */
export function answerFiling(state: FilingState, typed: string, today: Day): FilingStep {
  switch (state.step) {
    case 'choose': {
      const index = Number(typed.trim()) - 1;
      const chosen = state.assignmentIds[index];
      return chosen ? { kind: 'moved', state: choose(state, [chosen]) } : { kind: 'misunderstood' };
    }
    case 'number': {
      const documentNumber = documentNumberIn(typed);
      if (!documentNumber) return { kind: 'misunderstood' };
      const documentDate = documentDayIn(typed, today) ?? state.documentDate;
      const next = { ...state, documentNumber, ...(documentDate ? { documentDate } : {}) };
      return { kind: 'moved', state: onward(next) };
    }
    case 'date': {
      const documentDate = readDay(typed, today);
      if (!documentDate) return { kind: 'misunderstood' };
      if (documentDate > today) return { kind: 'future-day' };
      return { kind: 'moved', state: onward({ ...state, documentDate }) };
    }
    case 'confirm':
      return { kind: 'misunderstood' };
  }
}

/** Which reports the paper is. */
export function choose(state: FilingState, assignmentIds: string[]): FilingState {
  return onward({ ...state, assignmentIds, step: 'number' });
}

/** Back to the number: it was wrong. */
export function changeFiling({ version, assignmentIds }: FilingState): FilingState {
  return { version, assignmentIds, step: 'number' };
}

/** To the first thing that is not known yet. */
function onward(state: FilingState): FilingState {
  if (state.step === 'choose') return state;
  return { ...state, step: !state.documentNumber ? 'number' : !state.documentDate ? 'date' : 'confirm' };
}

/** Longest number and symbol that an office gives a document, characters. */
const longestNumber = 60;
const numberAndSymbol = /(\d+[A-Za-z]?)\s*\/\s*((?=[\d.&/-]*\p{L})[\p{L}\d][\p{L}\d.&/-]*)/u;

/** The number and symbol in a text: "số 214 / BC-STC" gives `214/BC-STC`. A bare number is none, nor is a day. */
export function documentNumberIn(text: string): string | undefined {
  const [, number, symbol] = numberAndSymbol.exec(text.normalize('NFC')) ?? [];
  if (!number || !symbol) return undefined;
  const found = `${number}/${symbol.replace(/[.&/-]+$/, '')}`.toUpperCase();
  return found.length <= longestNumber ? found : undefined;
}

/** The document's day where a text says it: "ngày 12/12", "ngày 12 tháng 12", "hôm qua". A day ahead is not taken from there. */
function documentDayIn(text: string, today: Day): Day | undefined {
  const rest = text.normalize('NFC').replace(numberAndSymbol, ' ');
  const words =
    /(?:ng[aà]y\s+)(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/iu.exec(rest)?.[1] ??
    /ng[aà]y\s+\d{1,2}\s+th[aá]ng\s+\d{1,2}(?:\s+n[aă]m\s+\d{4})?/iu.exec(rest)?.[0] ??
    /h[oô]m\s+(?:nay|qua)/iu.exec(rest)?.[0];
  const day = words ? readDay(words, today) : undefined;
  return day && day <= today ? day : undefined;
}

function readDay(text: string, today: Day): Day | undefined {
  const reading = readDate(text, { today, windowFrom: today, windowTo: today });
  return reading.kind === 'read' && typeof reading.value === 'string' ? reading.value : undefined;
}
