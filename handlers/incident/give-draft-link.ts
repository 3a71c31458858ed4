import type { Choice } from '#domain/channel.ts';
import { draftLinkEnd, draftUrl } from '#domain/incident/draft-link.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { missingCells, optionalCells, type Paper, spokenLabel, unitCells } from '#domain/incident/papers.ts';
import type { PaperKind } from '#domain/incident/papers/paper-forms.ts';
import { addDraftLink } from '#storage/queries/draft-links.ts';
import { inDrill, incidentTap, momentWords } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { note } from '#handlers/incident/note.ts';
import { paperFromRecord } from '#handlers/incident/paper-record.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Where the draft can be fetched: from the agency's own server, once. The message that says so stays in the outbox as
 * proof; only the digest of its secret is kept beside it, and after the draft was fetched the link opens nothing.
 */
export async function giveDraftLink(turn: OfficerTurn, incident: Incident, kind: PaperKind): Promise<void> {
  const { tx, deps, now, officer, say, language } = turn;
  const secret = deps.draftLinks.newSecret();
  const expiresAt = draftLinkEnd(now);
  const link = { incidentId: incident.id, paper: kind, officerId: officer.id };
  await addDraftLink(tx, { secret, ...link, at: now, expiresAt });
  await note(turn, incident, { kind: 'paper-linked', details: { paper: kind } });
  const paper = await paperFromRecord(tx, { catalogue: deps.catalogue, now }, incident, kind);
  const form = deps.catalogue.papers.papers[kind];
  const blank = missingCells(paper).map((cell) => spokenLabel(cell, language));
  const text = say('paper-link', {
    ...{ name: form.name[language], form: form.form, number: incident.number },
    url: draftUrl(deps.draftLinks.address(), secret),
    until: momentWords(languageOf(turn), expiresAt),
    blank: blank.length > 0 ? say('paper-blank', { cells: blank.join('; ') }) : say('paper-complete'),
  });
  await turn.reply({
    text: inDrill({ language }, incident, text),
    choices: furtherChoices(turn, incident, paper),
  });
}

function furtherChoices({ say }: OfficerTurn, incident: Incident, paper: Paper): Choice[][] {
  const { kind } = paper;
  return [
    ...(missingCells(paper).length > 0
      ? [[{ label: say('button-paper-missing'), data: incidentTap('paper', incident, kind) }]]
      : []),
    ...(optionalCells(paper).length > 0
      ? [[{ label: say('button-paper-more'), data: incidentTap('paper', incident, `more-${kind}`) }]]
      : []),
    ...(unitCells(paper).length > 0
      ? [[{ label: say('button-paper-unit'), data: incidentTap('paper', incident, `unit-${kind}`) }]]
      : []),
  ];
}
