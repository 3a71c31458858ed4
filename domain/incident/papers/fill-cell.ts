import type { CellKey, PaperWords } from '#domain/incident/papers/paper-forms.ts';
import type { CellSource, Filled, PaperRecord } from '#domain/incident/papers/paper-record.ts';
import {
  attachments,
  currentState,
  description,
  helpAsked,
  mentioned,
  outcome,
  toldWhom,
} from '#domain/incident/papers/incident-text.ts';
import { isPhone } from '#domain/incident/papers/read-cell.ts';
import { said, whoGave } from '#domain/incident/papers/said.ts';
import { clockTime, fillIn, when } from '#domain/incident/papers/wording.ts';

/**
 * What stands in a cell: the answer that was given for the papers, else what the record holds, else what is known of the
 * unit. Undefined where nobody has said it. Who was told is recorded as it happens, after whatever was answered before.
 */
export function fillCell(key: CellKey, record: PaperRecord, words: PaperWords): Filled | undefined {
  if (key === 'told' && record.told.length > 0) return toldWhom(record, words);
  return answered(key, record, words) ?? fromRecord(key, record, words) ?? rememberedFor(key, record);
}

function answered(key: CellKey, { incident, events }: PaperRecord, words: PaperWords): Filled | undefined {
  const text = inWords(key, incident.paperAnswers[key], words);
  const event = events.findLast(({ kind, details }) => kind === 'paper-answered' && details.cell === key);
  return text && event ? { text, sources: [said(event)] } : undefined;
}

/** Digits and yes-or-no are kept as such. */
function inWords(key: CellKey, answer: string | undefined, words: PaperWords): string | undefined {
  if (key === 'system-level' && answer) return fillIn(words.level, { level: answer });
  return key === 'keep-secret' && (answer === 'yes' || answer === 'no') ? words.answer[answer] : answer;
}

function rememberedFor(key: CellKey, { remembered }: PaperRecord): Filled | undefined {
  const known = remembered[key];
  return known && { text: known.text, sources: [{ kind: 'unit', by: known.by, at: known.at }] };
}

function fromRecord(key: CellKey, record: PaperRecord, words: PaperWords): Filled | undefined {
  const { incident, unit, contact, zone, now } = record;
  const { facts, detectedAt } = incident;
  switch (key) {
    case 'org-name':
    case 'operator':
      return from(unit.name, organisation);
    case 'owner':
      // What somebody said of the owner goes before the unit above it in the tree.
      return rememberedFor(key, record) ?? from(unit.superior, organisation);
    case 'contact-name':
      return from(contact, organisation);
    case 'contact-phone':
      return facts.contact && isPhone(facts.contact)
        ? from(facts.contact, whoGave(record, 'contact'))
        : undefined;
    case 'system-name':
      return from(facts.system?.name, whoGave(record, 'system'));
    case 'system-level': {
      const level = facts.system?.level;
      return level === undefined
        ? undefined
        : from(fillIn(words.level, { level: String(level) }), [{ kind: 'systems' }]);
    }
    case 'description':
      return description(record, words);
    case 'detected-date':
      return from(when(detectedAt, zone).day, whoGave(record, 'since'));
    case 'detected-time':
      return from(clockTime(detectedAt, zone, words), whoGave(record, 'since'));
    case 'current-state':
      return currentState(record, words);
    case 'found-by':
      return from(facts.foundBy, whoGave(record, 'foundBy'));
    case 'told':
      return toldWhom(record, words);
    case 'ip-addresses':
    case 'domains':
      return mentioned(record, key, words);
    case 'attachments':
      return attachments(record, words);
    case 'proposals':
      return helpAsked(record);
    case 'result':
      return outcome(record, words);
    case 'report-time':
      return from(fillIn(words.moment, { time: clockTime(now, zone, words), day: when(now, zone).day }), [
        { kind: 'draft', at: now },
      ]);
    case 'org-address':
    case 'org-phone':
    case 'org-email':
    case 'contact-title':
    case 'contact-email':
    case 'first-report':
    case 'security-provider':
    case 'connection-provider':
    case 'os-version':
    case 'services':
    case 'measures':
    case 'purpose':
    case 'keep-secret':
      return undefined;
  }
}

const organisation: CellSource[] = [{ kind: 'organisation' }];

function from(text: string | null | undefined, sources: CellSource[]): Filled | undefined {
  return text ? { text, sources } : undefined;
}
