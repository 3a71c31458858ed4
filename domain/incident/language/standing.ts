import type { evidence } from '#domain/incident/language/evidence.ts';
import { overlap, type Found } from '#domain/incident/language/phrases.ts';
import type { Reading } from '#domain/incident/language/reading.ts';
import type { Setting } from '#domain/incident/language/setting.ts';

/** What speaks of an incident and is neither denied nor only a topic. */
export interface Standing {
  sign: Found<keyof typeof evidence>;
  /** Somebody deals with it, or passes it on: "xử lý sự cố". */
  handled: boolean;
}

export function standingEvidence(reading: Reading): Standing[] {
  const told = reading.signs.filter(isEvidence);
  // "lỗ hổng" holds "hỏng": a phrase goes before what it only seems to hold.
  const whole = told.filter((sign) => !told.some((other) => isInside(sign, other)));
  const denied = whole.filter((sign) => isDenied(sign, reading));
  const dropped = whole.filter(
    (sign) => denied.includes(sign) || isTopic(sign, reading) || isListedAfter(denied, sign, reading),
  );
  return whole
    .filter((sign) => !dropped.some((other) => overlap(sign, other) && !outweighs(sign, other)))
    .map((sign) => ({ sign, handled: isHandled(sign, reading) }));
}

type Evidence = Found<keyof typeof evidence>;

const weight: Record<string, number> = {
  happened: 4,
  thing: 3,
  incident: 3,
  encrypting: 2,
  unreadable: 2,
  hint: 2,
  cry: 2,
  chore: 1,
};

function isEvidence(sign: Found<string>): sign is Evidence {
  return Object.hasOwn(weight, sign.list);
}

/** Held by a longer phrase that says as much or more; a longer one that says less hides nothing. */
function isInside(sign: Evidence, other: Evidence): boolean {
  const longer = other.to - other.from > sign.to - sign.from;
  const holds = other.from <= sign.from && sign.to <= other.to;
  return longer && holds && !outweighs(sign, other);
}

function outweighs(sign: Evidence, other: Evidence): boolean {
  return (weight[sign.list] ?? 0) > (weight[other.list] ?? 0);
}

/** "chưa có sự cố gì", "không bị hack", "sự cố: không có"; not "không biết bị hack" nor "chưa mã hóa hết". */
export function isDenied(sign: Found<string>, { words, around }: Reading): boolean {
  const after = around.some(
    ({ list, from, to }) =>
      list === 'deniedAfter' && from >= sign.to && from - sign.to <= 1 && isLastWord(to, words),
  );
  if (after) return true;
  const isPartly =
    (sign.list === 'happened' || sign.list === 'encrypting') &&
    around.some(({ list, from }) => list === 'partly' && from >= sign.from && from <= sign.to);
  if (isPartly) return false;
  return around.some(
    ({ list, from, to }) =>
      list === 'denial' &&
      from < sign.from &&
      words[from]?.clause === words[sign.from]?.clause &&
      onlyLinks(to, sign.from, around),
  );
}

/** "không có virus, mã độc, lừa đảo nào": one denial for all of a list. */
function isListedAfter(denied: readonly Evidence[], sign: Evidence, { signs, words }: Reading): boolean {
  const before = (at: number): number =>
    joiners.has(words[at - 1]?.readings[0] ?? '') ? before(at - 1) : at;
  const inList = ({ list, to }: Found<string>, at: number) =>
    listed.has(list) && to === at && words[to - 1]?.sentence === words[sign.from]?.sentence;
  if (!listed.has(sign.list)) return false;
  for (let at = before(sign.from); ; ) {
    const end = at;
    if (denied.some((one) => inList(one, end))) return true;
    const previous = signs.find((one) => inList(one, end));
    if (!previous) return false;
    at = before(previous.from);
  }
}

const listed: ReadonlySet<string> = new Set(['thing', 'incident', 'hint']);
const joiners: ReadonlySet<string> = new Set(['va', 'hay', 'hoac', 'nao', 'gi', 'cung', 'nhu']);

/** "sự cố: không có ạ"; "web bị hack không có ai xử lý" goes on, and "có sự cố gì đâu không" asks. */
function isLastWord(at: number, words: Reading['words']): boolean {
  const next = words[at];
  if (next === undefined || next.clause !== words[at - 1]?.clause) return true;
  return closings.has(next.readings[0] ?? '');
}

const closings: ReadonlySet<string> = new Set([
  'a',
  'nhe',
  'nha',
  'em',
  'anh',
  'chi',
  'gi',
  'nao',
  'ca',
  'het',
  'trong',
]);

function onlyLinks(from: number, to: number, around: readonly Found<Setting>[]): boolean {
  let at = from;
  while (at < to) {
    const link = around.find(
      (phrase) => phrase.list === 'denialLinks' && phrase.from === at && phrase.to <= to,
    );
    if (!link) return false;
    at = link.to;
  }
  return true;
}

/** Under a heading like "tập huấn", in the same clause and nothing between that ends it. */
function isTopic(sign: Evidence, reading: Reading): boolean {
  const { words, around } = reading;
  const clause = words[sign.from]?.clause;
  const inClause = (at: number) => words[at]?.clause === clause;
  if (around.some(({ list, to }) => list === 'defined' && to === words.length))
    return sign.list !== 'happened';
  if (around.some(({ list, from }) => list === 'failing' && inClause(from))) return false;
  const reach = sign.list === 'happened' ? 3 : 6;
  return around.some(
    ({ list, from, to }) =>
      list === 'topic' &&
      to <= sign.from &&
      sign.from - to <= reach &&
      inClause(from) &&
      !isDenialAt(from, around) &&
      !around.some((end) => end.list === 'topicEnds' && end.from >= to && end.to <= sign.from),
  );
}

/** "không diệt được virus", "không xử lý được sự cố": what cannot be done is no topic, and not in hand. */
function isDenialAt(at: number, around: readonly Found<Setting>[]): boolean {
  return around.some(({ list, to }) => list === 'denial' && to === at);
}

function isHandled(sign: Evidence, { words, around }: Reading): boolean {
  return around.some(
    ({ list, from, to }) =>
      list === 'responding' &&
      to <= sign.from &&
      sign.from - to <= 2 &&
      !isDenialAt(from, around) &&
      words[to - 1]?.clause === words[sign.from]?.clause,
  );
}
