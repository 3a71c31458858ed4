import { isAskedFor } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import { textIn } from '#locales/text.ts';
import { owedBy } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { dialoguesOfOthersAbout, endDialogue } from '#storage/queries/dialogues.ts';
import {
  type HandOver,
  type HeldPlace,
  lockHandOver,
  movePosition,
  placesHeld,
  settleHandOver,
} from '#storage/queries/hand-overs.ts';
import { reachableHeads } from '#storage/queries/head-requests.ts';
import { whatIsOwed } from '#handlers/count-words.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dueSoon } from '#handlers/due-soon.ts';
import { fillChoices } from '#handlers/fill-choices.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Nhận bàn giao": the position, its open duties and drafts are theirs now; reminders go to them from the next step on. */
export async function takeHandOver(turn: OfficerTurn, id: string): Promise<void> {
  const offered = await offeredToMe(turn, id);
  if (!offered) return;
  const { tx, say, officer, now, deps } = turn;
  const { place, handOver } = offered;
  const owed = (await owedBy(tx, [place.unitId])).filter((one) => isAskedFor(deps.catalogue, one));
  const ids = owed.map((one) => one.id);
  for (const { officerId } of await dialoguesOfOthersAbout(tx, ids, officer.id)) {
    // What was answered is in the drafts.
    if (officerId === place.officerId) await endDialogue(tx, officerId);
  }
  await movePosition(tx, place, { id: deps.newId(), officerId: officer.id, at: now });
  await settleHandOver(tx, id, { outcome: 'done', settledAt: now });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'handed-over', subjectId: place.id },
    details: { from: place.officerId, to: officer.id, askedBy: handOver.askedBy },
  });
  await tellOthers(turn, id, offered);
  const { soon } = dueSoon(owed, turn.today);
  const words = { unit: place.unitName, position: say(`position-${place.kind}`) };
  const choices: Choice[][] = fillChoices(deps.catalogue, say, dueGroups(soon));
  await turn.reply({
    text: [
      say('hand-over-taken', words),
      soon.length > 0
        ? say('hand-over-owed', { what: whatIsOwed({ catalogue: deps.catalogue, say }, soon) })
        : say('owed-nothing'),
    ].join('\n'),
    ...(choices.length > 0 ? { choices } : {}),
  });
}

/** "Không nhận": everything stays, and whoever asked is told. */
export async function refuseHandOver(turn: OfficerTurn, id: string): Promise<void> {
  const offered = await offeredToMe(turn, id);
  if (!offered) return;
  const { tx, say, officer, now } = turn;
  await settleHandOver(tx, id, { outcome: 'refused', settledAt: now });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'hand-over-refused', subjectId: offered.place.id },
  });
  await tell(turn, offered.handOver.askedBy, `hand-over-refused:${id}`, (language) => ({
    kind: 'text',
    text: textIn(language)('hand-over-refused-told', {
      ...{ name: officer.name, holder: offered.place.officerName, unit: offered.place.unitName },
    }),
  }));
  await turn.reply({ text: say('hand-over-refused') });
}

interface Offered {
  handOver: HandOver;
  place: HeldPlace;
}

async function offeredToMe(turn: OfficerTurn, id: string): Promise<Offered | undefined> {
  const { tx, say, officer, now } = turn;
  const handOver = await lockHandOver(tx, id);
  if (!handOver || handOver.toOfficer !== officer.id) {
    await turn.reply({ text: say('old-button') });
    return undefined;
  }
  if (handOver.outcome !== null) {
    await turn.reply({ text: say('hand-over-settled') });
    return undefined;
  }
  const [place] = await placesHeld(tx, { positionId: handOver.positionId });
  if (place) return { handOver, place };
  await settleHandOver(tx, id, { outcome: 'overtaken', settledAt: now });
  await turn.reply({ text: say('hand-over-overtaken') });
  return undefined;
}

/** Who held it, who asked, and the heads of the unit. */
async function tellOthers(turn: OfficerTurn, id: string, { handOver, place }: Offered): Promise<void> {
  const { officer, tx } = turn;
  await tell(turn, place.officerId, `hand-over-done:${id}:${place.officerId}`, (language) => ({
    kind: 'text',
    text: textIn(language)('hand-over-done-old', { name: officer.name, unit: place.unitName }),
  }));
  const heads = (await reachableHeads(tx, place.unitId)).map((head) => head.id);
  for (const other of new Set([...heads, handOver.askedBy])) {
    if (other === officer.id || other === place.officerId) continue;
    await tell(turn, other, `hand-over-done:${id}:${other}`, (language) => {
      const say = textIn(language);
      return {
        kind: 'text',
        text: say('hand-over-done-told', {
          ...{ name: officer.name, holder: place.officerName, unit: place.unitName },
          position: say(`position-${place.kind}`),
        }),
      };
    });
  }
}
