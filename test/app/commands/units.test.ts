import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#domain/time.ts';
import { trackDirectives } from '#storage/queries/directives.ts';
import { statusOf } from '#storage/queries/status.ts';
import { inTransaction } from '#storage/transaction.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await commandContext('2026-12-01T09:00:00+07:00');
});

/** `code|name|kind|parent|coordinator`, the first from row 2 on. */
function rows(...lines: string[]) {
  return lines.map((line, index) => {
    const [code = '', name = '', kind = '', parent = '', coordinator = ''] = line.split('|');
    return { row: index + 2, code, name, kind, parent, coordinator };
  });
}

async function listed(): Promise<string[]> {
  const units = await resultOf(context, 'units-list', {});
  return units.map(({ code, name, kind, parent, coordinator }) =>
    [code, name, kind, parent ?? '–', ...(coordinator ? ['coordinator'] : [])].join(' | '),
  );
}

const province = rows(
  'STC|Sở Tài chính|sở|UBND',
  'KTNS|Phòng Ngân sách|phòng|STC|không',
  'UBND|UBND tỉnh Sông Hà|UBND tỉnh',
  'SKHCN| Sở Khoa học  và Công nghệ |department|UBND|Có',
  'XTL|Xã Tân Lập|Xã|UBND',
);

describe('units are imported', () => {
  test('kinds in words or slugs, parents anywhere in the file', async () => {
    expect(await run(context, 'units-import', { rows: province })).toEqual({
      ok: true,
      result: { added: 5, changed: 0, unchanged: 0 },
    });
    expect(await listed()).toEqual([
      'KTNS | Phòng Ngân sách | sub-unit | STC',
      'SKHCN | Sở Khoa học và Công nghệ | department | UBND | coordinator',
      'STC | Sở Tài chính | department | UBND',
      'UBND | UBND tỉnh Sông Hà | province-committee | –',
      'XTL | Xã Tân Lập | commune | UBND',
    ]);
  });

  test('again: nothing changes but what the file says otherwise, and what it leaves out stays', async () => {
    await run(context, 'units-import', { rows: province });
    const again = rows(
      'stc|Sở Tài chính và Kế hoạch|sở|ubnd',
      'XTL|Xã Tân Lập|xã|UBND',
      'PHB|Phường Hòa Bình|phường|UBND',
    );
    expect(await run(context, 'units-import', { rows: again })).toEqual({
      ok: true,
      result: { added: 1, changed: 1, unchanged: 1 },
    });
    expect(await listed()).toEqual([
      'KTNS | Phòng Ngân sách | sub-unit | STC',
      'PHB | Phường Hòa Bình | commune | UBND',
      'SKHCN | Sở Khoa học và Công nghệ | department | UBND | coordinator',
      'STC | Sở Tài chính và Kế hoạch | department | UBND',
      'UBND | UBND tỉnh Sông Hà | province-committee | –',
      'XTL | Xã Tân Lập | commune | UBND',
    ]);
  });
});

describe('a file with a mistake changes nothing and names the row', () => {
  test.each<[string, string[], string[]]>([
    ['no code', ['|Sở Y tế|sở'], ['Dòng 2: thiếu mã đơn vị.']],
    [
      'a code with a space',
      ['S YT|Sở Y tế|sở'],
      ['Dòng 2: mã “S YT” chỉ được gồm chữ, số và các dấu . _ / - (tối đa 32 ký tự, không có dấu cách).'],
    ],
    ['no name', ['SYT| |sở'], ['Dòng 2: thiếu tên đơn vị.']],
    ['a name without end', [`SYT|${'a'.repeat(201)}|sở`], ['Dòng 2: tên dài quá 200 ký tự.']],
    ['no kind', ['SYT|Sở Y tế|'], ['Dòng 2: thiếu loại đơn vị.']],
    [
      'a kind that nobody knows',
      ['SYT|Sở Y tế|tập đoàn'],
      ['Dòng 2: chưa biết loại “tập đoàn”. Ví dụ: sở, ban, xã, phường, văn phòng, phòng, đoàn thể.'],
    ],
    [
      'perhaps a coordinator',
      ['SYT|Sở Y tế|sở||chắc là'],
      ['Dòng 2: cột Đầu mối ghi “chắc là”, cần ghi có hoặc không.'],
    ],
    [
      'the same code twice',
      ['SYT|Sở Y tế|sở', 'STP|Sở Tư pháp|sở', 'syt|Sở Y tế 2|sở'],
      ['Dòng 4: mã “SYT” đã có ở dòng 2.'],
    ],
    [
      'a parent that is nowhere',
      ['SYT|Sở Y tế|sở|UBNDD'],
      ['Dòng 2: cấp trên “UBNDD” không có trong tệp và chưa có trong hệ thống.'],
    ],
    ['its own parent', ['SYT|Sở Y tế|sở|syt'], ['Dòng 2: đơn vị không thể là cấp trên của chính mình.']],
    [
      'a circle',
      ['A|A|phòng|B', 'B|B|phòng|C', 'C|C|phòng|A', 'D|D|phòng|A'],
      [
        'Dòng 2: cấp trên đi thành vòng: A → B → C → A.',
        'Dòng 3: cấp trên đi thành vòng: B → C → A → B.',
        'Dòng 4: cấp trên đi thành vòng: C → A → B → C.',
      ],
    ],
    [
      'several at once, by row',
      ['SYT||sở', 'SYT|Sở Y tế|sở?'],
      ['Dòng 2: thiếu tên đơn vị.', 'Dòng 3: mã “SYT” đã có ở dòng 2.'],
    ],
  ])('%s', async (_what, lines, problems) => {
    const outcome = await run(context, 'units-import', { rows: rows(...lines, 'STC|Sở Tài chính|sở') });
    expect(outcome).toEqual({
      ok: false,
      error: [`Chưa nhập gì, vì có ${problems.length} chỗ cần sửa:`, ...problems].join('\n'),
    });
    expect(await listed()).toEqual([]);
  });

  test('a circle that closes through units that are there already', async () => {
    await run(context, 'units-import', { rows: province });
    const outcome = await run(context, 'units-import', {
      rows: rows('UBND|UBND tỉnh Sông Hà|UBND tỉnh|KTNS'),
    });
    expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining('UBND → KTNS → STC → UBND') });
  });

  test('of very many mistakes the first twenty are told', async () => {
    const many = rows(...Array.from({ length: 25 }, (_none, index) => `D${index}|Đơn vị|lạ`));
    const outcome = await run(context, 'units-import', { rows: many });
    expect(outcome.ok || outcome.error.split('\n').length).toBe(22);
    expect(outcome).toMatchObject({ error: expect.stringMatching(/Dòng 21: .*\n… và 5 chỗ nữa\.$/) });
  });
});

test('what new units owe is open at once: who is asked a moment later does not hear of January', async () => {
  const { store, catalogue, clock } = context;
  const today = dayOf(clock.now(), catalogue.zone);
  await inTransaction(store, (tx) => trackDirectives(tx, [...catalogue.on], today));
  await run(context, 'units-import', { rows: rows('STC|Sở Tài chính|sở') });
  const owed = await statusOf(store.db, { lastDayTo: '2026-12-31' });
  expect(owed.map(({ duty, period }) => [duty, period])).toEqual([
    ['monthly', '2026-M12'],
    ['quarterly-agency', '2026-Q4'],
    ['annual-agency', '2026'],
  ]);
});

test('a request that does not fit is refused whole', async () => {
  const outcomes = [
    await run(context, 'units-import', { rows: [{ row: 2, code: 'A' }] } as never),
    await run(context, 'drop-tables' as never, {} as never),
  ];
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false]);
});

describe('what a unit wants of its head', () => {
  const wordOf = async (code: string) =>
    (await resultOf(context, 'units-list', {})).find((unit) => unit.code === code)?.headsWord;

  beforeEach(() => run(context, 'units-import', { rows: province }));

  test('nothing, until it is set; an import leaves it as it is', async () => {
    expect(await wordOf('STC')).toBe('off');
    expect(await run(context, 'units-set', { unit: 'stc', headsWord: 'agree' })).toEqual({
      ok: true,
      result: { unit: 'STC', headsWord: 'agree' },
    });
    await run(context, 'units-import', { rows: province });
    expect(await wordOf('STC')).toBe('agree');
    expect(await wordOf('XTL')).toBe('off');
  });

  test('of a unit that is not there is refused', async () => {
    expect(await run(context, 'units-set', { unit: 'KHONG', headsWord: 'told' })).toMatchObject({
      ok: false,
    });
  });
});
