import { encodeTap } from '#domain/callback.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import { textIn } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { endDialogue } from '#storage/queries/dialogues.ts';
import { putHeadRequest, reachableHeads, requestsAbout } from '#storage/queries/head-requests.ts';
import { namesAt } from '#storage/queries/officers.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { headChoices, waitingForHead } from '#handlers/head-words.ts';
import { tellOthers } from '#handlers/take-over.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** These reports wait for the heads of their units, who are asked; the officer is told that they do not count as sent. */
export async function askHeads(
  turn: OfficerTurn,
  reports: Assignment[],
  submissions: ReadySubmission[],
): Promise<void> {
  const { tx, officer } = turn;
  await endDialogue(tx, officer.id);
  await tellOthers(
    turn,
    reports.map(({ id }) => id),
  );
  for (const ofUnit of Map.groupBy(reports, ({ unitId }) => unitId).values()) {
    await askHeadsOfUnit(turn, ofUnit, submissions);
  }
}

async function askHeadsOfUnit(turn: OfficerTurn, reports: Assignment[], submissions: ReadySubmission[]) {
  const { tx, officer, deps, now, say, language } = turn;
  const [first] = reports;
  if (!first) return;
  const { unitId, unitName } = first;
  const id = deps.newId();
  const ids = new Set(reports.map((report) => report.id));
  const waiting = submissions.filter(({ assignmentId }) => ids.has(assignmentId));
  await putHeadRequest(tx, { id, unitId, askedBy: officer.id, askedAt: now }, waiting);
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'head-asked', subjectId: id },
    details: { reports: waiting.length },
  });
  const heads = await reachableHeads(tx, unitId);
  for (const head of heads) {
    await tell(turn, head.id, `head-asked:${id}:${head.id}`, (theirs) => ({
      kind: 'text',
      text: waitingForHead(
        { catalogue: deps.catalogue, language: theirs, say: textIn(theirs) },
        { unitName, by: officer.name, reports, submissions: waiting },
      ),
      choices: headChoices(textIn(theirs), id),
    }));
  }
  const titles = titlesOf(deps.catalogue, language, reports);
  if (heads.length > 0) {
    const names = heads.map(({ name }) => name).join(', ');
    return turn.reply({
      text: say('head-waiting', { titles, unit: unitName, names }),
      choices: [[recallChoice(turn, id)]],
    });
  }
  const known = (await namesAt(tx, unitId, ['head'])).join(', ');
  const why = known === '' ? say('head-none') : say('head-unreachable', { names: known });
  await turn.reply({
    text: say('head-waiting-nobody', { titles, unit: unitName, why }),
    choices: [
      [{ label: say('button-head-in-person'), data: encodeTap('head-in-person', id) }],
      [recallChoice(turn, id)],
    ],
  });
}

/** What is said to whoever would fill in reports that wait for the head: they have to be taken back first. */
export async function waitsForHead(
  turn: OfficerTurn,
  reports: Assignment[],
): Promise<OutgoingMessage | undefined> {
  const waiting = reports.filter(({ awaitsHead }) => awaitsHead);
  const [request] = await requestsAbout(
    turn.tx,
    waiting.map(({ id }) => id),
  );
  if (!request) return undefined;
  const { say, deps, language, tx } = turn;
  const meant = waiting.filter(({ id }) => request.assignmentIds.includes(id));
  const heads = await reachableHeads(tx, request.unitId);
  const inPerson = { label: say('button-head-in-person'), data: encodeTap('head-in-person', request.id) };
  return {
    text: say('head-waits', {
      titles: titlesOf(deps.catalogue, language, meant),
      names: heads.map(({ name }) => name).join(', ') || say('head-none-reachable'),
    }),
    choices: [...(heads.length === 0 ? [[inPerson]] : []), [recallChoice(turn, request.id)]],
  };
}

function recallChoice({ say }: OfficerTurn, requestId: string): Choice {
  return { label: say('button-head-recall'), data: encodeTap('head-recall', requestId) };
}
