import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ChannelKind } from '#domain/channel.ts';
import type { UnitKind } from '#domain/directives/schema.ts';
import type { HeadsWord } from '#domain/heads-word.ts';
import type { PositionKind } from '#domain/organisation.ts';
import type { Day } from '#domain/time.ts';
import type { ReopenRequestRow, ReportReturnRow } from '#storage/after-sending-tables.ts';
import type { AttachmentRow } from '#storage/attachment-table.ts';
import type { ExtensionRequestRow } from '#storage/extension-table.ts';
import type { HandOverRow, LeaveRow } from '#storage/stand-in-tables.ts';
import type { HeadRequestRow, ReportAwaitingHeadRow } from '#storage/head-tables.ts';
import type { BotPauseRow, InboxRow, MessageRow, UsedMessageRow } from '#storage/message-tables.ts';
import type {
  ContactRow,
  DraftLinkRow,
  EscalationPolicyRow,
  IncidentAlertRow,
  IncidentClockRow,
  IncidentEventRow,
  IncidentNumberRow,
  IncidentRow,
  IncidentStepRow,
  IncidentTalkRow,
  SystemRow,
  WarningReceiptRow,
  WarningRow,
} from '#storage/incident-tables.ts';

/** The rows as the database holds them. They do not leave this folder: queries give shapes of their own. */
export interface Tables {
  units: UnitRow;
  officers: OfficerRow;
  positions: PositionRow;
  identities: IdentityRow;
  invites: InviteRow;
  strangers: StrangerRow;
  bots: BotRow;
  trackedDirectives: TrackedDirectiveRow;
  assignments: AssignmentRow;
  submissions: SubmissionRow;
  reportReturns: ReportReturnRow;
  reopenRequests: ReopenRequestRow;
  extensionRequests: ExtensionRequestRow;
  headRequests: HeadRequestRow;
  handOvers: HandOverRow;
  leaves: LeaveRow;
  reportsAwaitingHead: ReportAwaitingHeadRow;
  dialogues: DialogueRow;
  inbox: InboxRow;
  messages: MessageRow;
  usedMessages: UsedMessageRow;
  botPauses: BotPauseRow;
  attachments: AttachmentRow;
  reminders: ReminderRow;
  snoozes: SnoozeRow;
  leases: LeaseRow;
  audit: AuditRow;
  settings: SettingRow;
  rehearsalMessages: RehearsalMessageRow;
  systems: SystemRow;
  incidentNumbers: IncidentNumberRow;
  incidents: IncidentRow;
  incidentEvents: IncidentEventRow;
  incidentAlerts: IncidentAlertRow;
  incidentSteps: IncidentStepRow;
  incidentClocks: IncidentClockRow;
  incidentTalks: IncidentTalkRow;
  warnings: WarningRow;
  warningReceipts: WarningReceiptRow;
  contacts: ContactRow;
  escalationPolicies: EscalationPolicyRow;
  draftLinks: DraftLinkRow;
}

export type AssignmentState = 'open' | 'draft' | 'submitted' | 'filed' | 'returned' | 'accepted' | 'waived';

/** States in which a report is still owed. */
export const owedStates = ['open', 'draft', 'returned'] as const satisfies AssignmentState[];

export function isOwed(state: AssignmentState): boolean {
  return (owedStates as readonly AssignmentState[]).includes(state);
}

interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  coordinator: boolean;
  joinedOn: Day;
  leftOn: Day | null;
  headsWord: ColumnType<HeadsWord, HeadsWord | undefined, HeadsWord>;
}

interface OfficerRow {
  id: string;
  name: string;
  language: 'vi' | 'en';
  createdAt: Date;
  /** The hours in which they want to be reminded, `09:00`; both or none. */
  remindFrom: ColumnType<string | null, string | null | undefined, string | null>;
  remindUntil: ColumnType<string | null, string | null | undefined, string | null>;
}

interface PositionRow {
  id: string;
  unitId: string;
  officerId: string;
  kind: PositionKind;
  since: Date;
  until: Date | null;
  /** The leave of somebody else during which it is held for them. */
  leaveId: ColumnType<string | null, string | undefined, never>;
}

interface IdentityRow {
  id: string;
  officerId: string;
  channel: ChannelKind;
  bot: string;
  chatId: string;
  linkedAt: Date;
  /** Set while the person keeps the chat closed to us. */
  blockedAt: Date | null;
  /** When the officer chose this chat for reminders; at most one of theirs has it. */
  preferredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export type InviteKind = 'invite' | 'link';

interface InviteRow {
  id: string;
  officerId: string;
  /** `invite`: from an administrator. `link`: from one of the officer's own chats, for another. */
  kind: ColumnType<InviteKind, InviteKind | undefined, InviteKind>;
  /** SHA-256 of the code; the code itself is shown once and kept nowhere. */
  codeDigest: string;
  /** The bot that keeps a place for the officer. */
  bot: ColumnType<string | null, string | null | undefined, string | null>;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A chat that has tried codes, or that belongs to nobody we know and has written to us. */
interface StrangerRow {
  bot: string;
  chatId: string;
  wrongCodes: number;
  countedSince: Date;
  /** Messages that ask for an answer. */
  asked: ColumnType<number, number | undefined, number>;
  askedSince: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** A bot of ours that has said who it is: where people find it. */
interface BotRow {
  bot: string;
  channel: ChannelKind;
  /** As it is called there: `@nhac_han_bot`. */
  name: string;
  /** Where a chat with it opens. */
  link: string;
  /** Since when the settings do not name it. */
  retiredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

interface TrackedDirectiveRow {
  directiveId: string;
  onSince: Day;
}

interface AssignmentRow {
  id: string;
  directiveId: string;
  dutyId: string;
  period: string;
  unitId: string;
  state: AssignmentState;
  windowFrom: Day;
  windowTo: Day;
  lastDay: Day;
  dueBefore: Date;
  openedAt: Date;
  /** The officer whose draft it is. */
  draftBy: string | null;
  draft: JSONColumnType<object> | null;
  draftAt: Date | null;
  /** The form that the draft answers. */
  draftFormId: ColumnType<string | null, undefined, string | null>;
  draftFormVersion: ColumnType<number | null, undefined, number | null>;
  /** When the report was received, by chat or as recorded on paper, and whether that was before it was due. */
  receivedAt: Date | null;
  onTime: boolean | null;
  /** A later last day than the directive's, given when the report was asked for again; reminders go by it. */
  newLastDay: ColumnType<Day | null, undefined, Day | null>;
  /** Since when the cadence runs anew, and how often it has begun again. */
  cadenceSince: ColumnType<Date | null, undefined, Date | null>;
  cadenceRound: ColumnType<number, undefined, number>;
  /** While a report that has been received is being corrected: why. The draft is then that of the correction. */
  correctionReason: ColumnType<string | null, undefined, string | null>;
  /** The last day on which closed figures may be corrected all the same. */
  reopenedUntil: ColumnType<Day | null, undefined, Day | null>;
}

interface SubmissionRow {
  id: string;
  assignmentId: string;
  version: number;
  kind: 'answers' | 'filed';
  formId: string | null;
  formVersion: number | null;
  answers: JSONColumnType<object> | null;
  /** By question key: where an answer was taken from, and that an odd figure was confirmed. */
  remarks: ColumnType<object, string | undefined, never>;
  documentNumber: string | null;
  documentDate: Day | null;
  /** The same in the submissions that one paper stands for. */
  paperId: ColumnType<string | null, string | null | undefined, string | null>;
  /** Why a report that had been received was corrected. */
  reason: ColumnType<string | null, string | null | undefined, never>;
  officerId: string;
  receivedAt: Date;
  onTime: boolean;
  receiptCode: string;
  confirmedBy: string | null;
  confirmedAt: Date | null;
}

interface DialogueRow {
  id: string;
  officerId: string;
  kind: string;
  state: JSONColumnType<object>;
  /** The message that asked last; its buttons go when the conversation has moved on. */
  askedBy: string | null;
  updatedAt: Date;
}

interface ReminderRow {
  assignmentId: string;
  step: string;
  officerId: string;
  stepOrder: number;
  role: 'reporter' | 'head' | 'coordinator';
  messageId: string;
  plannedFor: Date;
  /** How often the cadence of the report had begun again. */
  round: ColumnType<number, number | undefined, number>;
}

interface SnoozeRow {
  assignmentId: string;
  officerId: string;
  until: Date;
}

interface LeaseRow {
  name: string;
  holder: string;
  expiresAt: Date;
}

interface AuditRow {
  id: Generated<number>;
  at: Date;
  actorId: string | null;
  action: string;
  subjectId: string | null;
  details: JSONColumnType<object>;
}

interface SettingRow {
  key: string;
  value: JSONColumnType<object>;
}

interface RehearsalMessageRow {
  id: string;
  seq: Generated<number>;
  chatId: string;
  from: 'bot' | 'person';
  text: string;
  choices: JSONColumnType<object> | null;
  at: Date;
  retired: boolean;
}
