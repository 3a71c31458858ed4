import { encodeTap } from '#domain/callback.ts';
import { workingDaysBetween } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import { baseDay } from '#domain/reminder-steps.ts';
import { daysBetween, type Day } from '#domain/time.ts';
import { dayAndMonth } from '#locales/dates.ts';
import type { Language, Say } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { namesAt } from '#storage/queries/officers.ts';
import { coordinatorName } from '#storage/queries/units.ts';
import type { Reader } from '#storage/store.ts';
import { dueGroups, type DueGroup } from '#handlers/due-groups.ts';
import { dueOf, dutyNamed, titleOf } from '#handlers/duty-words.ts';

export interface ReminderContext {
  catalogue: Catalogue;
  language: Language;
  say: Say;
  today: Day;
}

/** What an officer is told: which reports, of which unit, by when, to whom, by which clause; and the way to do it. */
export async function reporterReminder(
  db: Reader,
  context: ReminderContext,
  owed: Assignment[],
  messageId: string,
): Promise<OutgoingMessage> {
  const { say } = context;
  const groups = dueGroups(owed);
  const parts = await Promise.all(groups.map((group) => groupText(db, context, group)));
  const drafts = owed.some(({ state }) => state === 'draft') ? [say('reminder-drafts')] : [];
  return {
    text: [title(context, owed), ...parts, ...drafts].join('\n\n'),
    choices: [
      ...groups.map((group) => [fillChoice(context, group, groups.length)]),
      [
        { label: say('button-snooze'), data: encodeTap('snooze', messageId) },
        { label: say('button-why'), data: encodeTap('why', messageId) },
      ],
      [{ label: say('button-paper'), data: encodeTap('paper', ...groupKey(groups)) }],
    ],
  };
}

/** A head's short copy: what is missing and whom to ask. */
export async function headReminder(
  db: Reader,
  context: ReminderContext,
  owed: Assignment[],
): Promise<OutgoingMessage> {
  const { say } = context;
  const parts = await Promise.all(
    dueGroups(owed).map(async (group) => {
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
    }),
  );
  return { text: [say('reminder-title-head', { count: owed.length }), ...parts].join('\n\n') };
}

function groupKey(groups: DueGroup[]): string[] {
  const [first] = groups;
  return first ? [first.lastDay, first.unitId] : [];
}

function fillChoice({ say }: ReminderContext, group: DueGroup, groups: number): Choice {
  const lastDay = dayAndMonth(group.lastDay);
  return {
    label: groups === 1 ? say('button-fill') : say('button-fill-due', { lastDay }),
    data: encodeTap('fill', group.lastDay, group.unitId),
  };
}

function title({ say, today }: ReminderContext, owed: Assignment[]): string {
  const overdue = owed.every(({ lastDay }) => lastDay < today);
  return overdue
    ? say('reminder-title-overdue', { count: owed.length })
    : say('reminder-title', { count: owed.length });
}

async function groupText(db: Reader, context: ReminderContext, group: DueGroup): Promise<string> {
  const { say } = context;
  const lines = [
    say('reminder-unit', { unit: group.unitName }),
    ...titles(context, group),
    dueLine(context, group),
    ...(await recipients(db, context, group)),
    ...citations(context, group),
  ];
  return lines.join('\n');
}

function titles({ catalogue, language, say }: ReminderContext, group: DueGroup): string[] {
  return group.assignments.map((assignment) =>
    say('reminder-line', { title: titleOf(catalogue, language, assignment) }),
  );
}

function dueLine({ catalogue, language, say, today }: ReminderContext, { lastDay }: DueGroup): string {
  const due = say('reminder-due', { due: dueOf(language, lastDay) });
  return `${due} ${timeLeft()}`;

  function timeLeft(): string {
    if (lastDay < today) return say('reminder-overdue-days', { days: daysBetween(lastDay, today) });
    if (lastDay === today) return say('reminder-last-day');
    const base = baseDay(catalogue, lastDay);
    if (base === today) return say('reminder-last-working-day');
    const afterToday = workingDaysBetween(catalogue.calendar, today, base);
    return say('reminder-days-left', { days: afterToday + (catalogue.calendar.isWorkingDay(today) ? 1 : 0) });
  }
}

async function recipients(db: Reader, context: ReminderContext, group: DueGroup): Promise<string[]> {
  const { catalogue, language, say } = context;
  const named = group.assignments.map((assignment) => dutyNamed(catalogue, assignment).duty.recipient);
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

function citations({ catalogue, say }: ReminderContext, group: DueGroup): string[] {
  const lines = group.assignments.map((assignment) => {
    const { duty } = dutyNamed(catalogue, assignment);
    const { citation } = duty;
    return duty.due.source === 'text'
      ? say('reminder-cited', { citation })
      : say('reminder-default', { citation });
  });
  return [...new Set(lines)];
}
