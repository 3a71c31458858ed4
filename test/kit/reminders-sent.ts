import { dayOf, timeOf } from '#domain/time.ts';
import type { Story } from '#test/kit/province.ts';

/**
 * The reminders that went out, as the tables prove them, by time and then by name:
 * `12-17 08:30 Lê Thị Chi (reporter): base-2 1, base-5 2`, with the number of reports at each step.
 */
export async function remindersSent(story: Story, ...names: string[]): Promise<string[]> {
  const rows = await story.store.db
    .selectFrom('messages')
    .innerJoin('officers', 'officers.id', 'messages.officerId')
    .innerJoin('reminders', 'reminders.messageId', 'messages.id')
    .select(['messages.id', 'officers.name', 'messages.sentAt', 'reminders.step', 'reminders.role'])
    .where('messages.status', '=', 'sent')
    .orderBy('messages.sentAt')
    .orderBy('officers.name')
    .orderBy('messages.seq')
    .orderBy('reminders.step')
    .execute();
  const lines = new Map<string, { start: string; steps: Map<string, number> }>();
  for (const { id, name, sentAt, step, role } of rows) {
    if (names.length > 0 && !names.includes(name)) continue;
    const line = lines.get(id) ?? { start: `${when(story, sentAt)} ${name} (${role})`, steps: new Map() };
    const asked = step.startsWith('snooze') ? 'snooze' : step;
    line.steps.set(asked, (line.steps.get(asked) ?? 0) + 1);
    lines.set(id, line);
  }
  return [...lines.values()].map(
    ({ start, steps }) => `${start}: ${[...steps].map(([step, count]) => `${step} ${count}`).join(', ')}`,
  );
}

function when({ catalogue }: Story, at: Date | null): string {
  return at ? `${dayOf(at, catalogue.zone).slice(5)} ${timeOf(at, catalogue.zone)}` : '–';
}
