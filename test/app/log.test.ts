import { expect, test } from 'vitest';
import { createLog } from '#app/log.ts';

/** What the log writes of one error, as the operator's file holds it. */
function written(object: object): Record<string, unknown> {
  const lines: string[] = [];
  createLog('info', { write: (line: string) => lines.push(line) }).error(object, 'it failed');
  return JSON.parse(lines[0] ?? '{}');
}

test.each(['error', 'err'])(
  'an error under “%s” is written with what it says and where it happened',
  (key) => {
    const line = written({ [key]: new TypeError('no such thing'), update: '7' });
    expect(line).toMatchObject({
      msg: 'it failed',
      update: '7',
      [key]: {
        type: 'TypeError',
        message: 'no such thing',
        stack: expect.stringContaining('log.test.ts'),
      },
    });
  },
);

test('what the database quotes of a row stays out of the log, its code and its constraint do not', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "officers_name"'), {
    code: '23505',
    constraint: 'officers_name',
    detail: 'Key (name)=(Nguyễn Văn An) already exists.',
    where: 'unnamed portal with parameters: $1 = Nguyễn Văn An',
  });
  const line = written({ error: new Error('It could not be stored.', { cause: refused }) });
  expect(JSON.stringify(line)).not.toContain('Nguyễn Văn An');
  expect(line).toMatchObject({
    error: { message: 'It could not be stored.', cause: { code: '23505', constraint: 'officers_name' } },
  });
});

test('a password in an address is not written', () => {
  const line = written({ error: new Error('cannot connect to postgres://nhachan:s3cret@db:5432/nhachan') });
  expect(JSON.stringify(line)).not.toContain('s3cret');
  expect(line).toMatchObject({ error: { message: 'cannot connect to postgres://…@db:5432/nhachan' } });
});

test('what was thrown and is no error is written as what it is', () => {
  expect(written({ error: 'just a word' })).toMatchObject({ error: { message: 'just a word' } });
});

test('where several addresses were tried, each failure is written', () => {
  const tried = new AggregateError([
    new Error('connect ECONNREFUSED ::1'),
    new Error('connect ETIMEDOUT 10.0.0.7'),
  ]);
  expect(written({ error: tried })).toMatchObject({
    error: { errors: [{ message: 'connect ECONNREFUSED ::1' }, { message: 'connect ETIMEDOUT 10.0.0.7' }] },
  });
});
