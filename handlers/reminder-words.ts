import { encodeTap } from '#domain/callback.ts';
import { workingDaysBetween } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import { baseDay } from '#domain/reminder-steps.ts';
import { snoozeChoices } from '#domain/snooze.ts';
import { longestMessage } from '#domain/split-text.ts';
import { daysBetween, type Day, type Instant } from '#domain/time.ts';
import type { Language, Say } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { requestsAbout } from '#storage/queries/head-requests.ts';
import { namesAt } from '#storage/queries/officers.ts';
import { coordinatorName } from '#storage/queries/units.ts';
import type { Reader } from '#storage/store.ts';
import { whatIsMissing, whatIsOwed } from '#handlers/count-words.ts';
import { dueGroups, type DueGroup } from '#handlers/due-groups.ts';
import { dueOf, dutyNamed, titleOf, titlesOf } from '#handlers/duty-words.ts';
import { isExtended, originalLastDay } from '#handlers/extension/original-day.ts';
import { fillChoices, paperChoice } from '#handlers/fill-choices.ts';
import { headChoices } from '#handlers/head-words.ts';
import { togetherWords } from '#handlers/how-much-words.ts';
import { oneByOne } from '#handlers/one-by-one.ts';
import { reasonLines } from '#handlers/reason-words.ts';

export interface ReminderContext {
  catalogue: Catalogue;
  language: Language;
  say: Say;
  now: Instant;
  today: Day;
  /** The question at which the officer has left a conversation about them, a day ago or more. */
  leftAt?: { number: number; total: number } | undefined;
}

/** So many deadlines of units are told in one message, fewer where it would be too long; the others are counted. */
const mostGroups = 8;

/** What an officer is told: which reports, of which unit, by when, to whom, by which clause; and the way to do it. */
export async function reporterReminder(
  db: Reader,
  context: ReminderContext,
  owed: Assignment[],
  messageId: string,
): Promise<OutgoingMessage> {
  const { say, catalogue } = context;
  const all = dueGroups(owed);
  const groups = all.slice(0, mostGroups);
  const each = await oneByOne(groups, ({ assignments }) => reasons(db, context, assignments));
  // Where they are the same for all groups, to whom and by which clause are said once, at the end.
  const shared = new Set(each.map((lines) => lines.join('\n'))).size === 1;
  const parts = groups.map((group, index) =>
    [
      ...(group.unitId === groups[index - 1]?.unitId ? [] : [say('reminder-unit', { unit: group.unitName })]),
      ...titles(context, group),
      dueLine(context, group),
      ...togetherWords(context, group.assignments),
      ...(shared && groups.length > 1 ? [] : (each[index] ?? [])),
    ].join('\n'),
  );
  const ending = [
    ...(shared && groups.length > 1 ? [(each[0] ?? []).join('\n')] : []),
    ...draftWords(context, owed),
  ];
  const more = 'reminder-more';
  const { text, told } = inOneMessage(context, all, { title: title(context, owed), parts, more, ending });
  return {
    text,
    choices: [
      ...fillChoices(catalogue, say, told),
      [
        ...snoozeChoice(context, groups, messageId),
        { label: say('button-why'), data: encodeTap('why', messageId) },
      ],
      [paperChoice(say, all)],
    ],
  };
}

function draftWords({ say, leftAt }: ReminderContext, owed: Assignment[]): string[] {
  if (leftAt) return [say('reminder-left-at', leftAt)];
  return owed.some(({ state }) => state === 'draft') ? [say('reminder-drafts')] : [];
}

interface Told {
  title: string;
  /** One for each of the first groups. */
  parts: string[];
  /** How the reports of the others are counted. */
  more: 'reminder-more' | 'reminder-more-head';
  ending: string[];
}

/** As many groups as one message takes, and how many reports the others are. */
function inOneMessage(
  { say }: ReminderContext,
  all: DueGroup[],
  { title: first, parts, more, ending }: Told,
): { text: string; told: DueGroup[] } {
  const withParts = (count: number): string => {
    const left = all.slice(count).flatMap(({ assignments }) => assignments).length;
    const rest = left > 0 ? [say(more, { count: left })] : [];
    return [first, ...parts.slice(0, count), ...rest, ...ending].join('\n\n');
  };
  let count = parts.length;
  while (count > 1 && withParts(count).length > longestMessage) count -= 1;
  return { text: withParts(count), told: all.slice(0, count) };
}

/** Only while a later reminder lies ahead. */
function snoozeChoice({ say, now, catalogue }: ReminderContext, groups: DueGroup[], id: string): Choice[] {
  const [first] = groups;
  const canWait = first && snoozeChoices(now, first.lastDay, catalogue).length > 0;
  return canWait ? [{ label: say('button-snooze'), data: encodeTap('snooze', id) }] : [];
}

/** A head's short copy: what is missing and whom to ask; and before it what waits for their own word. */
export async function headReminder(
  db: Reader,
  context: ReminderContext,
  owed: Assignment[],
): Promise<OutgoingMessage> {
  const waiting = owed.filter(({ awaitsHead }) => awaitsHead);
  const missing = owed.filter(({ awaitsHead }) => !awaitsHead);
  if (waiting.length === 0) return { text: await missingReminder(db, context, missing) };
  const asked = await waitingReminder(db, context, waiting);
  if (missing.length === 0) return asked;
  return { ...asked, text: `${asked.text}\n\n${await missingReminder(db, context, missing)}` };
}

/** So many requests are asked about in one message: each has three buttons. */
const mostRequests = 5;

async function waitingReminder(
  db: Reader,
  context: ReminderContext,
  waiting: Assignment[],
): Promise<OutgoingMessage> {
  const { say, catalogue, language } = context;
  const ids = waiting.map(({ id }) => id);
  const requests = (await requestsAbout(db, ids)).slice(0, mostRequests);
  const parts = requests.map(({ askedByName, assignmentIds }) => {
    const groups = dueGroups(waiting.filter(({ id }) => assignmentIds.includes(id)));
    return [
      say('head-reminder-unit', { unit: groups[0]?.unitName ?? '', name: askedByName }),
      ...groups.flatMap((group) => [...titles(context, group), dueLine(context, group)]),
    ].join('\n');
  });
  return {
    text: [say('head-reminder-title', { titles: titlesOf(catalogue, language, waiting) }), ...parts].join(
      '\n\n',
    ),
    choices: requests.flatMap(({ id }) => headChoices(say, id, { canShow: true })),
  };
}

async function missingReminder(db: Reader, context: ReminderContext, owed: Assignment[]): Promise<string> {
  const { say } = context;
  const all = dueGroups(owed);
  const parts = await oneByOne(all.slice(0, mostGroups), async (group) => {
    const names = await namesAt(db, group.unitId, ['reporter', 'coordinator']);
    const reporters =
      names.length > 0
        ? say('reminder-reporters', { names: names.join(', ') })
        : say('reminder-no-reporters');
    return [
      say('reminder-unit', { unit: group.unitName }),
      ...titles(context, group),
      dueLine(context, group),
      reporters,
    ].join('\n');
  });
  const what = whatIsMissing(context, owed);
  const { text } = inOneMessage(context, all, {
    title: say('reminder-title-head', { what }),
    parts,
    more: 'reminder-more-head',
    ending: [],
  });
  return text;
}

function title(context: ReminderContext, owed: Assignment[]): string {
  const { say, today } = context;
  return owed.every(({ lastDay }) => lastDay < today)
    ? say('reminder-title-overdue', { what: whatIsMissing(context, owed) })
    : say('reminder-title', { what: whatIsOwed(context, owed) });
}

function titles({ catalogue, language, say }: ReminderContext, group: DueGroup): string[] {
  return group.assignments.map((assignment) =>
    say(assignment.isReturned ? 'reminder-line-returned' : 'reminder-line', {
      title: titleOf(catalogue, language, assignment),
    }),
  );
}

function dueLine(
  { catalogue, language, say, today }: ReminderContext,
  { lastDay, assignments }: DueGroup,
): string {
  const due = say('reminder-due', { due: dueOf(language, lastDay) });
  const extended = assignments.filter((one) => isExtended(catalogue.zone, one));
  const original = [...new Set(extended.map((one) => originalLastDay(catalogue.zone, one)))].map((day) =>
    say('reminder-extended', { due: dueOf(language, day) }),
  );
  return [`${due} ${timeLeft()}`, ...original].join('\n');

  function timeLeft(): string {
    if (lastDay < today) return say('reminder-overdue-days', { days: daysBetween(lastDay, today) });
    if (lastDay === today) return say('reminder-last-day');
    const base = baseDay(catalogue, lastDay);
    if (base === today) return say('reminder-last-working-day');
    const afterToday = workingDaysBetween(catalogue.calendar, today, base);
    return say('reminder-days-left', { days: afterToday + (catalogue.calendar.isWorkingDay(today) ? 1 : 0) });
  }
}

async function reasons(db: Reader, context: ReminderContext, assignments: Assignment[]): Promise<string[]> {
  return [...(await recipients(db, context, assignments)), ...reasonLines(context, assignments)];
}

async function recipients(
  db: Reader,
  { catalogue, language, say }: ReminderContext,
  assignments: Assignment[],
): Promise<string[]> {
  const named = assignments.map((assignment) => dutyNamed(catalogue, assignment).duty.recipient);
  const coordinator = named.some((recipient) => recipient?.role === 'coordinator')
    ? await coordinatorName(db)
    : undefined;
  const lines = named.map((recipient) => {
    if (!recipient) return undefined;
    return recipient.role === 'coordinator' && coordinator
      ? say('reminder-to-coordinator', { unit: coordinator })
      : say('reminder-to', { recipient: recipient.name[language] });
  });
  return [...new Set(lines.filter((line) => line !== undefined))];
}
