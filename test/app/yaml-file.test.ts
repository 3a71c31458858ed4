import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DataFileError, readYaml, readYamlFile } from '#app/yaml-file.ts';

const shelf = z.strictObject({
  name: z.string(),
  books: z.array(z.strictObject({ title: z.string(), pages: z.int().optional() })).default([]),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nhac-han-yaml-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileWith(...lines: string[]): string {
  const file = join(folder, 'shelf.yaml');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function refusalOf(file: string): unknown {
  try {
    readYaml(file, shelf);
    return 'read';
  } catch (error) {
    return error;
  }
}

describe('reading a data file', () => {
  it('gives the data, defaults filled in', () => {
    expect(readYaml(fileWith('name: Kệ một'), shelf)).toEqual({ name: 'Kệ một', books: [] });
  });

  it('says on which line a place of the data stands, also where one entry repeats another', () => {
    const read = readYamlFile(
      fileWith('name: Kệ một', 'books:', '  - &first', '    title: Một', '    pages: 10', '  - *first'),
      shelf,
    );
    if ('mistakes' in read) throw new Error('the file was refused');
    expect(read.lineOf([])).toBe(1);
    expect(read.lineOf(['books'])).toBe(2);
    expect(read.lineOf(['books', 0, 'pages'])).toBe(5);
    expect(read.lineOf(['books', 1])).toBe(6);
    expect(read.lineOf(['books', 1, 'title'])).toBe(4);
    expect(read.lineOf(['books', 0, 'author'])).toBe(4);
  });

  it('refuses a file with every mistake, its line and the reason', () => {
    const file = fileWith('name: 7', 'books:', '  - pages: 1.5', '  - title: Hai', '    colour: red');
    const refusal = refusalOf(file);
    expect(refusal).toBeInstanceOf(DataFileError);
    expect((refusal as DataFileError).message.split('\n')).toEqual([
      `${file}:1: name: Invalid input: expected string, received number`,
      `${file}:3: books.0.title: Invalid input: expected string, received undefined`,
      `${file}:3: books.0.pages: Invalid input: expected int, received number`,
      `${file}:5: books.1: Unrecognized key: "colour"`,
    ]);
  });

  it.each([
    { what: 'a key given twice', lines: ['name: Một', 'name: Hai'], line: 2, reason: /unique/ },
    { what: 'a bracket left open', lines: ['name: Một', 'books: ['], line: 3, reason: /sequence/ },
    {
      what: 'a repeated entry that does not exist',
      lines: ['name: Một', 'books: *all'],
      line: 2,
      reason: /&all/,
    },
    { what: 'an empty file', lines: [''], line: 1, reason: /expected object/ },
  ])('refuses $what', ({ lines, line, reason }) => {
    const refusal = refusalOf(fileWith(...lines));
    expect(refusal).toBeInstanceOf(DataFileError);
    expect((refusal as DataFileError).mistakes[0]).toMatchObject({
      line,
      reason: expect.stringMatching(reason),
    });
  });

  it('says so when a file is not there, and keeps the cause', () => {
    const refusal = refusalOf(join(folder, 'missing.yaml'));
    expect(refusal).toBeInstanceOf(DataFileError);
    expect((refusal as DataFileError).message).toBe(`${join(folder, 'missing.yaml')}:1: cannot be read`);
    expect((refusal as DataFileError).cause).toMatchObject({ code: 'ENOENT' });
  });
});
