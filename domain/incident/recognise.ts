import type { Question } from '#domain/directives/schema.ts';
import { asksForDrill, asksForIncidents } from '#domain/incident/asks.ts';
import { read, type Reading } from '#domain/incident/language/reading.ts';
import type { Setting } from '#domain/incident/language/setting.ts';
import { standingEvidence, type Standing } from '#domain/incident/language/standing.ts';
import { ackWord, falseAlarmWord } from '#domain/incident/responder-words.ts';

/** `word`: only that there is one ("sự cố!"); `description`: also what is happening. `doubt` is asked back. */
export type IncidentRecognition =
  | { kind: 'incident'; why: 'word' | 'description' }
  | { kind: 'doubt' }
  | { kind: 'none' };

/** The question of a report that the person is being asked. */
export type Answering = Pick<Question, 'type' | 'key'> & { label: string };

/**
 * Does somebody report an incident? A message that may be one is at least a doubt, which one question resolves;
 * `none` is for what speaks of no incident, denies it, only talks about the subject, answers the open question, asks
 * about incidents (`asksForIncidents`) or drills (`asksForDrill`), or is a responder's word.
 */
export function recogniseIncident(
  text: string,
  { answering }: { answering?: Answering } = {},
): IncidentRecognition {
  const reading = read(text);
  const standing = standingEvidence(reading);
  if (standing.length === 0 || isAnotherMatter(text, reading)) return { kind: 'none' };
  const certainty = answering
    ? certaintyInReport(standing, reading, answering)
    : certaintyOutside(standing, reading);
  if (certainty !== 'sure') return { kind: certainty };
  const described = standing.some(({ sign }) => sign.list !== 'incident' && sign.list !== 'cry');
  return { kind: 'incident', why: described ? 'description' : 'word' };
}

function isAnotherMatter(text: string, reading: Reading): boolean {
  return [ackWord, falseAlarmWord, asksForIncidents, asksForDrill].some((isOne) => isOne(text, reading));
}

type Certainty = 'sure' | 'doubt' | 'none';

function certaintyOutside(standing: readonly Standing[], reading: Reading): Certainty {
  if (!standing.some((one) => isSure(one, reading))) return 'doubt';
  const isNow = speaksOf('now', reading);
  const maybeOver =
    speaksOf('resolved', reading) || speaksOf('past', reading) || speaksOf('elsewhere', reading);
  return maybeOver && !isNow ? 'doubt' : 'sure';
}

function isSure({ sign, handled }: Standing, reading: Reading): boolean {
  switch (sign.list) {
    case 'happened':
      return true;
    case 'incident':
    case 'thing':
      return !handled || speaksOf('needed', reading);
    case 'encrypting':
    case 'unreadable':
    case 'hint':
    case 'cry':
    case 'chore':
      return false;
  }
}

function certaintyInReport(
  standing: readonly Standing[],
  reading: Reading,
  { type, label }: Answering,
): Certainty {
  const outside = certaintyOutside(standing, reading);
  const isOnlyTrouble = standing.every(({ sign }) => sign.list === 'chore');
  const isNow = speaksOf('now', reading);
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'numbers': {
      const isCount = !isNow && reading.words.some(({ readings: [word = ''] }) => isNumber(word));
      return isCount && (isMild(standing) || isCountOfSuch(standing, reading, label)) ? 'none' : outside;
    }
    case 'text':
      if (isOnlyTrouble) return 'none';
      return isNow ? outside : certaintyInAccount(standing, reading, outside);
    case 'choice':
    case 'multi-choice': {
      const isOption = !isNow && standing.every(({ sign }) => sign.list === 'thing');
      if (isOption && reading.words.length <= shortAlarm) return asksForSuch(label) ? 'none' : 'doubt';
      return outside;
    }
    case 'yes-no':
    case 'date': {
      const isBackup = speaksOf('backup', reading) || speaksOf('backup', read(label));
      const isEncryption = standing.every(({ sign }) => sign.list === 'encrypting');
      return isBackup && isEncryption ? 'none' : outside;
    }
  }
}

/** An open question asks for accounts of what went wrong; an alarm is short, or says that it is now. */
function certaintyInAccount(standing: readonly Standing[], reading: Reading, outside: Certainty): Certainty {
  const isOver = ['resolved', 'past', 'habitual'] as const;
  if (isOver.some((list) => speaksOf(list, reading))) return 'none';
  if (standing.every(({ sign, handled }) => handled || sign.list === 'encrypting')) return 'none';
  if (standing.some(({ sign }) => sign.list === 'happened')) return outside;
  return reading.words.length > shortAlarm ? 'doubt' : outside;
}

function isMild(standing: readonly Standing[]): boolean {
  return standing.every(({ sign }) => sign.list === 'hint' || sign.list === 'chore');
}

/** "2 sự cố", "1 mã độc 2 lừa đảo" where the question asks for such a number. */
function isCountOfSuch(standing: readonly Standing[], reading: Reading, label: string): boolean {
  const isAccount = standing.some(({ sign }) => sign.list === 'happened');
  const isCounted = reading.words.some(({ readings: [word = ''] }) => counters.has(word));
  return asksForSuch(label) && (!isAccount || isCounted || speaksOf('resolved', reading));
}

/** The question itself is about incidents or what they consist of. */
function asksForSuch(label: string): boolean {
  return read(label).signs.some(({ list }) => list === 'incident' || list === 'hint' || list === 'thing');
}

function speaksOf(list: Setting, { around }: Reading): boolean {
  return around.some((phrase) => phrase.list === list);
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word) || numberWords.has(word);
}

const numberWords: ReadonlySet<string> = new Set('mot hai ba bon sau bay tam chin khong'.split(' '));
const counters: ReadonlySet<string> = new Set('vu lan cuoc dot'.split(' '));
/** So many words are an alarm rather than an account. */
const shortAlarm = 6;
