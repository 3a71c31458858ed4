import { encodeTap } from '#domain/callback.ts';
import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { colleaguesAt } from '#storage/queries/colleagues.ts';
import { reachableHeads } from '#storage/queries/head-requests.ts';
import {
  acceptLeave,
  endLeave,
  type Leave,
  lendPositions,
  lockLeave,
  lockOpenLeaveOf,
  offerLeave,
} from '#storage/queries/leaves.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { tellThatNobodyStandsIn } from '#handlers/leave/nobody.ts';
import { personTag } from '#handlers/person-tag.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Who is to stand in was chosen: they are asked, and until they say yes nothing changes. */
export async function offerToStandIn(turn: OfficerTurn, id: string, tag: string): Promise<void> {
  const leave = await myLeave(turn, id);
  if (!leave) return;
  const { tx, say, officer } = turn;
  const units = [...new Set(officer.positions.map(({ unit }) => unit.id))];
  const chosen = (await colleaguesAt(tx, units, officer.id)).find((one) => personTag(one) === tag);
  if (!chosen) return turn.reply({ text: say('old-button') });
  await offerLeave(tx, id, chosen.id);
  await tell(turn, chosen.id, `leave-offer:${id}:${chosen.id}`, (language) => {
    const words = textIn(language);
    return {
      kind: 'text',
      text: words('leave-offer', {
        ...{
          name: officer.name,
          units: officer.positions
            .map(({ unit }) => unit.name)
            .filter(isFirst)
            .join(', '),
        },
        ...{ from: longDay(language, leave.fromDay), until: longDay(language, leave.untilDay) },
      }),
      choices: [
        [{ label: words('button-leave-yes'), data: encodeTap('lv-yes', id) }],
        [{ label: words('button-leave-no'), data: encodeTap('lv-no', id) }],
      ],
    };
  });
  await turn.reply({ text: say('leave-asked', { name: chosen.name }) });
}

/** "Chưa có ai". */
export async function goWithoutStandIn(turn: OfficerTurn, id: string): Promise<void> {
  const leave = await myLeave(turn, id);
  if (!leave) return;
  await offerLeave(turn.tx, id, null);
  await tellThatNobodyStandsIn(turn, leave);
  const { say, language } = turn;
  const span = { from: longDay(language, leave.fromDay), until: longDay(language, leave.untilDay) };
  await turn.reply({ text: say('leave-nobody', span) });
}

/** "Nhận làm thay": the duties and reminders are theirs as long as the leave lasts. */
export async function standIn(turn: OfficerTurn, id: string): Promise<void> {
  const leave = await leaveOfferedToMe(turn, id);
  if (!leave) return;
  const { tx, say, officer, now, deps, language } = turn;
  await acceptLeave(tx, id, now);
  if (leave.startedAt) await lendPositions(tx, leave, { newId: deps.newId, at: now });
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'stand-in-accepted', subjectId: id });
  const away = await findOfficer(tx, leave.officerId);
  const words = (to: 'vi' | 'en') => ({
    ...{ name: officer.name, away: away?.name ?? '' },
    ...{ from: longDay(to, leave.fromDay), until: longDay(to, leave.untilDay) },
  });
  await tell(turn, leave.officerId, `leave-accepted:${id}:${officer.id}`, (to) => ({
    kind: 'text',
    text: textIn(to)('leave-accepted-told', words(to)),
  }));
  for (const unitId of new Set(away?.positions.map(({ unit }) => unit.id))) {
    for (const head of await reachableHeads(tx, unitId)) {
      if (head.id === officer.id || head.id === leave.officerId) continue;
      await tell(turn, head.id, `leave-accepted:${id}:${head.id}`, (to) => ({
        kind: 'text',
        text: textIn(to)('leave-stand-in-told', words(to)),
      }));
    }
  }
  await turn.reply({ text: say('leave-accepted', words(language)) });
}

/** "Không nhận được". */
export async function refuseToStandIn(turn: OfficerTurn, id: string): Promise<void> {
  const leave = await leaveOfferedToMe(turn, id);
  if (!leave) return;
  const { tx, say, officer, now } = turn;
  await offerLeave(tx, id, null);
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'stand-in-refused', subjectId: id });
  await tell(turn, leave.officerId, `leave-refused:${id}:${officer.id}`, (language) => ({
    kind: 'text',
    text: textIn(language)('leave-refused-told', { name: officer.name }),
  }));
  await turn.reply({ text: say('leave-refused') });
}

/** "Đi làm lại rồi". */
export async function comeBack(turn: OfficerTurn): Promise<void> {
  const { tx, say, officer, now } = turn;
  const leave = await lockOpenLeaveOf(tx, officer.id);
  if (!leave) return turn.reply({ text: say('leave-none') });
  await endLeave(tx, leave.id, now);
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'leave-ended', subjectId: leave.id });
  if (leave.standIn && leave.acceptedAt) {
    await tell(turn, leave.standIn, `leave-over:${leave.id}`, (language) => ({
      kind: 'text',
      text: textIn(language)('leave-over-stand-in', { name: officer.name }),
    }));
  }
  await turn.reply({ text: say('leave-over') });
}

async function myLeave(turn: OfficerTurn, id: string): Promise<Leave | undefined> {
  const leave = await lockLeave(turn.tx, id);
  if (leave?.officerId === turn.officer.id && leave.endedAt === null && leave.acceptedAt === null)
    return leave;
  await turn.reply({ text: turn.say('old-button') });
  return undefined;
}

async function leaveOfferedToMe(turn: OfficerTurn, id: string): Promise<Leave | undefined> {
  const leave = await lockLeave(turn.tx, id);
  if (leave?.standIn === turn.officer.id && leave.endedAt === null && leave.acceptedAt === null) return leave;
  await turn.reply({ text: turn.say('old-button') });
  return undefined;
}

function isFirst(name: string, at: number, names: string[]): boolean {
  return names.indexOf(name) === at;
}
