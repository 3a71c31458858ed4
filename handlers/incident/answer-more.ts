import { unknownImpact } from '#domain/incident/read-impact.ts';
import { readMore } from '#domain/incident/read-more.ts';
import { answer, type RecordedTalk } from '#handlers/incident/answer.ts';
import { ask } from '#handlers/incident/ask.ts';
import { momentWords } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { endReporting } from '#handlers/incident/talk-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What whoever reports adds when the three questions are answered; anything else goes into the timeline as it is. */
export async function answerMore(turn: OfficerTurn, talk: RecordedTalk, typed: string): Promise<void> {
  const { say, now, deps } = turn;
  const { incident } = talk;
  const { number } = incident;
  const more = readMore(typed, now, deps.catalogue.zone);
  switch (more.kind) {
    case 'nothing':
      return endReporting(turn, talk);
    case 'future':
      return ask(turn, talk, [say('incident-since-future')]);
    case 'since': {
      const since = momentWords(languageOf(turn), more.at);
      const facts = { since: typed };
      return answer(turn, talk, { facts, detectedAt: more.at, text: typed, fact: 'since' }, [
        say('incident-noted-since', { since }),
      ]);
    }
    case 'contact':
      return answer(turn, talk, { facts: { contact: typed }, text: typed, fact: 'contact' }, [
        say('incident-noted-contact', { contact: typed }),
      ]);
    case 'done': {
      const done = [incident.facts.done, typed].filter((part) => part !== undefined).join('\n');
      return answer(turn, talk, { facts: { done }, text: typed, fact: 'done' }, [say('incident-noted-done')]);
    }
    case 'impact': {
      const impact = { ...(incident.facts.impact ?? unknownImpact), ...more.impact };
      const worse = { facts: { impact }, text: typed, describes: true, fact: 'impact' };
      return answer(turn, talk, worse, [say('incident-noted-text', { number })]);
    }
    case 'text':
      return answer(turn, talk, { text: typed, describes: true, fact: 'description' }, [
        say('incident-noted-text', { number }),
      ]);
  }
}
