/**
 * The part of XLSForm's expressions that is understood: comparisons joined by `and`. Parsed here, so that whatever else a
 * cell holds can be refused by its name; see docs/forms.md.
 */

/** `.` is the answer itself, `length` is `string-length(.)`; several `names` are a sum: `${a} + ${b}`. */
export type Operand =
  | { kind: 'self' | 'length' | 'today' }
  | { kind: 'answers'; names: string[] }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One of the conditions that all have to hold. What is compared stands on the left, whatever way it was written. */
export type Term =
  | { kind: 'compare'; left: Operand; is: Comparison; right: Operand }
  | { kind: 'selected'; name: string; value: string };

export type ParsedExpression = { kind: 'parsed'; terms: Term[] } | Refused;

/** `what`: the first thing that is not understood, as it stands there. */
interface Refused {
  kind: 'refused';
  what: string;
}

export function parseExpression(text: string): ParsedExpression {
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return tokens;
  const reader = { tokens, at: 0 };
  const terms = readAll(reader);
  if (!Array.isArray(terms)) return terms;
  const left = reader.tokens[reader.at];
  return left ? refused(left.text) : { kind: 'parsed', terms };
}

interface Token {
  kind: 'number' | 'text' | 'answer' | 'self' | 'compare' | 'word' | 'sign';
  text: string;
  /** Of an answer its name, of a text what stands between the quotes. */
  inner: string;
}

interface Reader {
  tokens: Token[];
  at: number;
}

function refused(what: string): Refused {
  return { kind: 'refused', what };
}

const patterns: [Token['kind'], RegExp][] = [
  ['answer', /^\$\{\s*([^}\s]+)\s*\}/],
  ['text', /^'([^']*)'/],
  ['text', /^"([^"]*)"/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['compare', /^(?:!=|>=|<=|=|>|<)/],
  ['word', /^[A-Za-z][\w:-]*/],
  ['self', /^\./],
  ['sign', /^[(),+]/],
];

function tokensOf(text: string): Token[] | Refused {
  const tokens: Token[] = [];
  let rest = text.trim();
  if (rest === '') return refused(text);
  while (rest !== '') {
    const found = patterns
      .map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) }))
      .find(({ match }) => match !== null);
    if (!found?.match) return refused(rest);
    const [whole, inner = whole] = found.match;
    tokens.push({ kind: found.kind, text: whole, inner });
    rest = rest.slice(whole.length).trimStart();
  }
  return tokens;
}

function next(reader: Reader, text?: string): Token | undefined {
  const token = reader.tokens[reader.at];
  if (!token || (text !== undefined && token.text !== text)) return undefined;
  reader.at += 1;
  return token;
}

function readAll(reader: Reader): Term[] | Refused {
  const terms: Term[] = [];
  do {
    const read = next(reader, '(') ? readBracketed(reader) : readTerm(reader);
    if (!Array.isArray(read)) return read;
    terms.push(...read);
  } while (next(reader, 'and'));
  return terms;
}

function readBracketed(reader: Reader): Term[] | Refused {
  const inner = readAll(reader);
  if (!Array.isArray(inner)) return inner;
  return next(reader, ')') ? inner : refusedHere(reader);
}

function readTerm(reader: Reader): Term[] | Refused {
  if (reader.tokens[reader.at]?.text === 'selected') return readSelected(reader);
  const left = readOperand(reader);
  if (left.kind === 'refused') return left;
  const is = reader.tokens[reader.at];
  if (is?.kind !== 'compare') return refusedHere(reader);
  reader.at += 1;
  const right = readOperand(reader);
  if (right.kind === 'refused') return right;
  const comparison = is.text as Comparison;
  return isConstant(left)
    ? [{ kind: 'compare', left: right, is: turned[comparison], right: left }]
    : [{ kind: 'compare', left, is: comparison, right }];
}

const turned: Record<Comparison, Comparison> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function isConstant({ kind }: Operand): boolean {
  return kind === 'number' || kind === 'text' || kind === 'today';
}

/** `selected(${kind}, 'malware')` */
function readSelected(reader: Reader): Term[] | Refused {
  next(reader);
  if (!next(reader, '(')) return refusedHere(reader);
  const answer = reader.tokens[reader.at];
  if (answer?.kind !== 'answer') return refusedHere(reader);
  reader.at += 1;
  if (!next(reader, ',')) return refusedHere(reader);
  const value = reader.tokens[reader.at];
  if (value?.kind !== 'text') return refusedHere(reader);
  reader.at += 1;
  if (!next(reader, ')')) return refusedHere(reader);
  return [{ kind: 'selected', name: answer.inner, value: value.inner }];
}

function readOperand(reader: Reader): Operand | Refused {
  const token = reader.tokens[reader.at];
  switch (token?.kind) {
    case 'self':
      reader.at += 1;
      return { kind: 'self' };
    case 'number':
      reader.at += 1;
      return { kind: 'number', value: Number(token.text) };
    case 'text':
      reader.at += 1;
      return { kind: 'text', value: token.inner };
    case 'answer':
      return readSum(reader);
    case 'word':
      return readCall(reader, token);
    default:
      return refusedHere(reader);
  }
}

function readSum(reader: Reader): Operand | Refused {
  const names: string[] = [];
  do {
    const token = next(reader);
    if (token?.kind !== 'answer') return refused(token?.text ?? '+');
    names.push(token.inner);
  } while (next(reader, '+'));
  return { kind: 'answers', names };
}

const calls: Record<string, { tokens: string[]; operand: Operand }> = {
  today: { tokens: ['(', ')'], operand: { kind: 'today' } },
  'string-length': { tokens: ['(', '.', ')'], operand: { kind: 'length' } },
};

function readCall(reader: Reader, { text }: Token): Operand | Refused {
  const call = calls[text];
  if (!call) return refused(reader.tokens[reader.at + 1]?.text === '(' ? `${text}()` : text);
  reader.at += 1;
  for (const expected of call.tokens) {
    if (!next(reader, expected)) return refusedHere(reader);
  }
  return call.operand;
}

function refusedHere({ tokens, at }: Reader): Refused {
  return refused(tokens[at]?.text ?? `${tokens.at(-1)?.text ?? ''} …`);
}
