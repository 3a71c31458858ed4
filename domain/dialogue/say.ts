import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Doubt, Refusal } from '#domain/answers/outcome.ts';
import type { HowMuch } from '#domain/dialogue/how-much.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import type { AnswerSource, DialogueAssignment, Slot } from '#domain/dialogue/state.ts';
import type { Bilingual, FormRule, Question } from '#domain/directives/schema.ts';

/** What a person does in a dialogue. `slot` is the question (or `summary`) under which it was done. */
export type DialogueInput =
  | { kind: 'answer'; slot: Slot; typed: string }
  /** A button with an answer on it. */
  | { kind: 'choose'; slot: Slot; value: AnswerValue }
  /** A button of a multi-choice: what is marked now. Nothing is answered until it is chosen. */
  | { kind: 'pick'; slot: Slot; keys: string[] }
  /** Yes or no to "do you mean it?". */
  | { kind: 'confirm'; slot: Slot; agreed: boolean }
  /** "Có, nhưng trước đó": not within the narrowest window of those that are asked together. */
  | { kind: 'earlier'; slot: Slot }
  /** "Lấy số liệu kỳ trước": how things stood then; what happened is still asked. */
  | { kind: 'take-last' }
  /** "Không phát sinh", and yes or no to what that comes to. */
  | { kind: 'nothing' }
  | { kind: 'confirm-nothing'; agreed: boolean }
  /** Leaves the answer as it is and goes on. */
  | { kind: 'keep'; slot: Slot }
  | { kind: 'skip'; slot: Slot }
  /** To the question before. From a button it says where it stood, so that a double tap goes back once. */
  | { kind: 'back'; slot?: Slot }
  /** To any question that is to be answered, usually from the summary. */
  | { kind: 'edit'; slot: Slot }
  /** `seen`: the tag of the summary under which the button stood; typed words have none. */
  | { kind: 'send'; seen?: string }
  | { kind: 'stop' }
  | { kind: 'resume' }
  /** A button of another dialogue, or one that is not understood any more. */
  | { kind: 'outdated' };

/** What is to be said, in order; the last one always tells where the dialogue stands. Words are the locale's. */
export type DialogueSay =
  | { kind: 'echo'; instance: QuestionInstance; value: AnswerValue }
  | { kind: 'skipped'; instance: QuestionInstance }
  | { kind: 'misunderstood'; instance: QuestionInstance; refusal: Refusal }
  | { kind: 'cannot-skip'; instance: QuestionInstance }
  /** `other` is the earlier of the two questions, the one to go back to if that is the wrong one. */
  | {
      kind: 'rule-broken';
      rule: FormRule['rule'];
      message: Bilingual;
      instance: QuestionInstance;
      other: QuestionInstance;
    }
  /** The button (or the text) did nothing; `recorded` is the answer that its question has. */
  | { kind: 'stale'; why: StaleReason; recorded?: AnswerValue }
  /** Sending was asked for while so many questions are open. */
  | { kind: 'not-complete'; open: number }
  /** Before the first question, while nothing is answered: how much there is to do, and the two ways to have less. */
  | OfferSay
  /** What was taken over from the last period. */
  | { kind: 'taken'; lines: TakenLine[] }
  /** "Không phát sinh" was confirmed: what was shown is recorded. */
  | { kind: 'nothing-recorded' }
  | QuestionSay
  /** Everything that was typed together, and what of it looks wrong. */
  | { kind: 'confirm'; instance: QuestionInstance; given: GivenLine[] }
  /** "Không phát sinh" comes to this: is it right? */
  | { kind: 'confirm-nothing'; instance: QuestionInstance; lines: TakenLine[] }
  | { kind: 'summary'; reports: ReportSummary[]; tag: string; howMuch: HowMuch }
  | { kind: 'ready-to-submit'; submissions: ReadySubmission[] }
  | { kind: 'stopped'; answered: number; total: number }
  | { kind: 'over' };

/** `asks`: messages to be answered; `alone`: how many it would be if each report were filled in by itself. */
export interface OfferSay {
  kind: 'offer';
  reports: number;
  asks: number;
  alone: number;
  takeLast: boolean;
  nothing: boolean;
}

export interface TakenLine {
  instance: QuestionInstance;
  value: AnswerValue;
  from: AnswerSource;
}

export interface GivenLine {
  instance: QuestionInstance;
  value: AnswerValue;
  doubt?: Doubt;
}

export type StaleReason = 'other-question' | 'other-dialogue' | 'summary-changed' | 'stopped' | 'sent';

/** "Câu 3/9": counted over the questions that are relevant given the answers so far. */
export interface QuestionSay {
  kind: 'question';
  instance: QuestionInstance;
  number: number;
  total: number;
  canGoBack: boolean;
  canSkip: boolean;
  /** The answer that it has already, to keep or to replace. */
  current?: AnswerValue;
  /** For a multi-choice: what is marked so far. */
  picked?: string[];
  /** The same over several windows, the narrowest first: one message may answer all of them ("0 1 3"). */
  together?: QuestionInstance[];
}

export interface ReportSummary {
  assignment: DialogueAssignment;
  /** The relevant questions as this form words them; one that was passed over has no answer. */
  lines: { instance: QuestionInstance; question: Question; answer?: AnswerValue }[];
}

export interface ReadySubmission {
  assignmentId: string;
  formId: string;
  formVersion: number;
  /** By question key, relevant questions only. */
  answers: Record<string, AnswerValue>;
  /** By question key: what is to be known of an answer besides. */
  remarks: Record<string, AnswerRemark>;
}

/** `carried`: given for a narrower window. `confirmed`: it looked wrong and was confirmed. */
export interface AnswerRemark {
  from?: AnswerSource | 'carried';
  confirmed?: Doubt;
}
