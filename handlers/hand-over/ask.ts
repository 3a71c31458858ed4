import { encodeTap } from '#domain/callback.ts';
import { namedAmong } from '#domain/hand-over.ts';
import { isHeadOf } from '#domain/access.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { type Colleague, colleaguesAt } from '#storage/queries/colleagues.ts';
import {
  addHandOver,
  type HeldPlace,
  lockHandOver,
  offerHandOver,
  placesHeld,
  settleHandOver,
} from '#storage/queries/hand-overs.ts';
import { unitOnButton } from '#handlers/label-words.ts';
import { personTag } from '#handlers/person-tag.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** So many people or positions are offered as choices. */
const mostChoices = 12;

/**
 * "Việc này giờ chị Hạnh làm": an officer's own reports, or for a head those of the unit. Whoever takes over is chosen among
 * colleagues, asked, and only their yes changes anything.
 */
export async function askToHandOver(turn: OfficerTurn, name: string): Promise<void> {
  const { tx, say, officer } = turn;
  const own = await placesHeld(tx, { officerId: officer.id });
  const headed = officer.positions.filter(({ kind }) => kind === 'head').map(({ unit }) => unit.id);
  const places =
    own.length > 0 || headed.length === 0 ? own : await placesHeld(tx, { unitIds: headed }, ['reporter']);
  const [first, ...others] = places;
  if (!first) return turn.reply({ text: say('hand-over-nothing') });
  if (others.length === 0) return askToWhom(turn, first, name);
  await turn.reply({
    text: say('hand-over-which'),
    choices: places.slice(0, mostChoices).map(({ id, unitName, officerName, kind }) => [
      {
        label: say('hand-over-which-one', {
          ...{ name: officerName, position: say(`position-${kind}`) },
          unit: unitOnButton(unitName),
        }),
        data: encodeTap('ho-from', id),
      },
    ]),
  });
}

/** Which position was chosen. */
export async function handOverPlace(turn: OfficerTurn, positionId: string): Promise<void> {
  const [place] = await placesHeld(turn.tx, { positionId });
  if (!place || !maySettle(turn, place)) return turn.reply({ text: turn.say('old-button') });
  await askToWhom(turn, place, '');
}

async function askToWhom(turn: OfficerTurn, place: HeldPlace, name: string): Promise<void> {
  const { tx, say, officer, now, deps } = turn;
  const colleagues = await colleaguesAt(tx, [place.unitId], place.officerId);
  if (colleagues.length === 0) return turn.reply({ text: say('hand-over-nobody', { unit: place.unitName }) });
  const named = namedAmong(colleagues, name);
  const id = deps.newId();
  await addHandOver(tx, { id, positionId: place.id, askedBy: officer.id, askedAt: now });
  const words = { unit: place.unitName, position: say(`position-${place.kind}`) };
  await turn.reply({
    text:
      named.length > 0
        ? say('hand-over-to-whom', words)
        : `${say('hand-over-unknown', { name, unit: place.unitName })}\n\n${say('hand-over-to-whom', words)}`,
    choices: (named.length > 0 ? named : colleagues)
      .slice(0, mostChoices)
      .map((one) => [{ label: one.name, data: encodeTap('ho-to', id, personTag(one)) }]),
  });
}

/** To whom was chosen: they are asked. */
export async function offerToColleague(turn: OfficerTurn, id: string, tag: string): Promise<void> {
  const { tx, say, officer, now } = turn;
  const handOver = await lockHandOver(tx, id);
  const [place] = handOver ? await placesHeld(tx, { positionId: handOver.positionId }) : [];
  if (!handOver || handOver.askedBy !== officer.id) return turn.reply({ text: say('old-button') });
  if (handOver.outcome !== null) return turn.reply({ text: say('hand-over-settled') });
  if (!place || !maySettle(turn, place)) {
    await settleHandOver(tx, id, { outcome: 'overtaken', settledAt: now });
    return turn.reply({ text: say('hand-over-overtaken') });
  }
  const colleagues = await colleaguesAt(tx, [place.unitId], place.officerId);
  const chosen = colleagues.find((one) => personTag(one) === tag);
  if (!chosen) return turn.reply({ text: say('old-button') });
  await offerHandOver(tx, id, chosen.id);
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'hand-over-asked', subjectId: place.id },
    details: { to: chosen.id },
  });
  await askColleague(turn, id, place, chosen);
  await turn.reply({ text: say('hand-over-asked', { name: chosen.name, holder: place.officerName }) });
}

async function askColleague(turn: OfficerTurn, id: string, place: HeldPlace, to: Colleague): Promise<void> {
  await tell(turn, to.id, `hand-over:${id}:${to.id}`, (language) => {
    const say = textIn(language);
    return {
      kind: 'text',
      text: say('hand-over-offer', {
        ...{ name: turn.officer.name, holder: place.officerName, unit: place.unitName },
        position: say(`position-${place.kind}`),
      }),
      choices: [
        [{ label: say('button-hand-over-yes'), data: encodeTap('ho-yes', id) }],
        [{ label: say('button-hand-over-no'), data: encodeTap('ho-no', id) }],
      ],
    };
  });
}

/** Whose work it is, or the head of its unit. */
function maySettle({ officer }: OfficerTurn, { officerId, unitId }: HeldPlace): boolean {
  return officer.id === officerId || isHeadOf(officer, unitId);
}
