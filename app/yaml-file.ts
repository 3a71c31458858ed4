import { readFileSync } from 'node:fs';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { z } from 'zod';

/**
 * Reads a YAML data file and checks it.
 * @throws DataFileError that lists every mistake with its line
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const read = readYamlFile(file, schema);
  if ('mistakes' in read) throw new DataFileError(read.mistakes);
  return read.data;
}

/** What is wrong in a data file, and where; lines count from 1. */
export interface Mistake {
  file: string;
  line: number;
  reason: string;
}

/** Keys and indexes that lead from the top of a file to a place in it: `['duties', 0, 'due']`. */
type DataPath = readonly PropertyKey[];

/** A file that was read and fits its schema; `lineOf` gives the line of a place in it. */
export interface YamlFile<T> {
  file: string;
  data: T;
  lineOf(path: DataPath): number;
}

/** Refuses data files: the message has one line `file:line: reason` for each mistake. */
export class DataFileError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[], options?: ErrorOptions) {
    super(mistakes.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'), options);
    this.name = new.target.name;
    this.mistakes = mistakes;
  }
}

/** As `readYaml`, for a reader that checks more than one file, or more than a schema can say. */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): YamlFile<T> | { mistakes: Mistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines, prettyErrors: false });
  const misread = [...document.errors, ...document.warnings, ...danglingAliases(document)];
  if (misread.length > 0) {
    return {
      mistakes: misread.map(({ pos, message }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        reason: message,
      })),
    };
  }

  const lineOf = (path: DataPath) => lines.linePos(offsetOf(document, path)).line;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, data: parsed.data, lineOf };
  return {
    mistakes: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(placeOf(issue)),
      reason: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
    })),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DataFileError([{ file, line: 1, reason: 'cannot be read' }], { cause });
  }
}

/** The parser notices these only when the values are asked for, and then with an exception that has no place. */
function danglingAliases(document: Document.Parsed): { pos: readonly [number]; message: string }[] {
  const dangling: { pos: readonly [number]; message: string }[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return;
      dangling.push({
        pos: [alias.range?.[0] ?? 0],
        message: `no &${alias.source} stands before *${alias.source}`,
      });
    },
  });
  return dangling;
}

/** A key that should not be there is the place to mend, not the map around it. */
function placeOf(issue: z.core.$ZodIssue): DataPath {
  const strayKey = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...strayKey];
}

/** Where a place begins, its key if it has one; what is missing is pointed at by the nearest thing around it. */
function offsetOf(document: Document.Parsed, path: DataPath): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    const container: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap<unknown, Node | null>(container)) {
      const pair = container.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq<Node | null>(container)) {
      const item: Node | null | undefined = container.items[Number(step)];
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}
