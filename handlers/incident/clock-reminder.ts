import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import { mayHandleIncident } from '#domain/access.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Clock } from '#domain/clock.ts';
import { atOnceMs, clockCode } from '#domain/incident/clocks.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Officer } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import type { ClaimedMessage, MessageContent } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import type { Tx } from '#storage/store.ts';
import {
  clockMoment,
  clocksKnown,
  durationWords,
  isAtOnce,
  type KnownClock,
  leftWords,
  stillOwed,
  whatWords,
} from '#handlers/incident/clock-words.ts';
import { headline, type IncidentLanguage, incidentTap } from '#handlers/incident/incident-words.ts';

/**
 * What a reminder of time limits says at the moment of sending: those that nobody has met or waived since, how long still
 * or how long over, and by which clause. Nothing when none is left, or when the chat is not the officer's any more
 * (each of their chats has its own row).
 */
export async function composeClocks(
  { catalogue, clock }: { catalogue: Catalogue; clock: Clock },
  tx: Tx,
  claimed: ClaimedMessage,
  officer: Officer,
  content: Extract<MessageContent, { kind: 'incident-clock' }>,
): Promise<{ kind: 'message'; message: OutgoingMessage } | { kind: 'cancelled'; reason: string }> {
  const chats = await openChatsOf(tx, officer.id);
  if (!chats.some(({ bot, chatId }) => bot === claimed.bot && chatId === claimed.chatId)) {
    return { kind: 'cancelled', reason: 'the chat is not open any more' };
  }
  const words = { catalogue, language: officer.language };
  const incident = await findIncident(tx, content.incidentId);
  const clocks = incident ? stillOwed(await clocksKnown(tx, words, incident)) : [];
  const owed = clocks.filter((known) =>
    content.clocks.some(
      ({ directive, duty }) => directive === known.clock.directive && duty === known.duty.id,
    ),
  );
  if (!incident || owed.length === 0) return { kind: 'cancelled', reason: 'no time limit is owed any more' };
  const now = clock.now();
  const parts = [headline(words, incident), ...owed.map((known) => paragraph(words, known, now))];
  const handler = await handlerLine(tx, officer, incident);
  const text = [...parts, ...(handler === undefined ? [] : [handler])].join('\n\n');
  const place = { unitId: incident.unit.id, unitsAbove: await unitsAbove(tx, incident.unit.id) };
  const choices = mayHandleIncident(officer, place) ? choicesOf(words, incident, owed) : [];
  return { kind: 'message', message: { text, choices, language: officer.language } };
}

function paragraph(words: IncidentLanguage, known: KnownClock, now: Instant): string {
  const say = textIn(words.language);
  const { duty, rule } = known;
  return [
    standing(words, known, now),
    say('clock-cited', { citation: duty.citation }),
    ...(isAtOnce(rule) ? [say('clock-no-hours', { limit: durationWords(words, atOnceMs) })] : []),
    ...(duty.note && isReadBroadly(words, known) ? [duty.note[words.language]] : []),
  ].join('\n');
}

function standing(words: IncidentLanguage, known: KnownClock, now: Instant): string {
  const say = textIn(words.language);
  const { clock, rule } = known;
  const what = whatWords(words, known);
  const passed = durationWords(words, now.getTime() - clock.startsAt.getTime());
  const missed = clock.dueAt <= now;
  if (isAtOnce(rule)) {
    if (missed) return say('clock-at-once-missed', { what, passed });
    return rule.limit.source === 'text'
      ? say('clock-at-once', { what, passed })
      : say('clock-soon', { what, passed });
  }
  const moment = clockMoment(words, clock.dueAt);
  if (!missed) return say('clock-left', { what, moment, left: leftWords(words, clock, now) });
  const lateMs = now.getTime() - clock.dueAt.getTime();
  const late = lateMs < 60_000 ? '' : say('clock-late-by', { late: durationWords(words, lateMs) });
  return say('clock-missed', { what, moment, late });
}

/** Where it is our reading that it applies, or that the document is still in force, its note says so. */
function isReadBroadly({ catalogue }: IncidentLanguage, { clock, rule }: KnownClock): boolean {
  const directive = catalogue.directives.find(({ id }) => id === clock.directive);
  return rule.appliesTo.source !== 'text' || directive?.incidentClocksFrom?.source === 'default';
}

/** For everybody else than whoever handles it: who does. */
async function handlerLine(tx: Tx, officer: Officer, { handler }: Incident): Promise<string | undefined> {
  const say = textIn(officer.language);
  if (handler === officer.id) return undefined;
  const known = handler === null ? undefined : await findOfficer(tx, handler);
  return known ? say('clock-handler', { name: known.name }) : say('clock-no-handler');
}

function choicesOf({ language }: IncidentLanguage, incident: Incident, owed: KnownClock[]): Choice[][] {
  const say = textIn(language);
  const view = { label: say('button-incident-view'), data: incidentTap('view', incident) };
  const [first, ...others] = owed;
  if (first && others.length === 0) {
    const arg = `c-${clockCode(first.clock)}`;
    return [
      [
        { label: say('button-clock-met'), data: incidentTap('met', incident, arg) },
        { label: say('button-clock-waive'), data: incidentTap('waive', incident, arg) },
      ],
      [view],
    ];
  }
  return [
    ...owed.map(({ clock, duty }) => [
      {
        label: say('button-clock-met-of', { name: duty.shortName[language] }),
        data: incidentTap('met', incident, `c-${clockCode(clock)}`),
      },
    ]),
    [{ label: say('button-clock-waive'), data: incidentTap('waive', incident) }, view],
  ];
}
