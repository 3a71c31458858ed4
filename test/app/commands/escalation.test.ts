import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '#app/cli/run.ts';
import { showPolicies } from '#app/cli/show-escalation.ts';
import type { EscalationPolicies } from '#domain/incident/rules-schema.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await commandContext('2026-12-07T09:00:00+07:00');
  const row = { row: 2, coordinator: '' };
  await resultOf(context, 'units-import', {
    rows: [
      { ...row, code: 'UBT', name: 'UBND tỉnh', kind: 'UBND tỉnh', parent: '' },
      { ...row, code: 'STC', name: 'Sở Tài chính', kind: 'sở', parent: 'UBT' },
      { ...row, code: 'SYT', name: 'Sở Y tế', kind: 'sở', parent: 'UBT' },
    ],
  });
});

const quick: EscalationPolicies['severe'] = {
  rounds: 5,
  minutesBetweenRounds: 10,
  steps: [{ afterMinutes: 0, to: [{ position: 'responder', at: 'unit' }], atNight: 'wake' }],
};
const policies: EscalationPolicies = { severe: quick, ordinary: { ...quick, rounds: 1 } };

describe('escalation show', () => {
  test('says what holds by default', async () => {
    const shown = await resultOf(context, 'escalation-show', { unit: 'stc' });
    expect(shown).toMatchObject({ unit: 'STC', from: null, severe: { rounds: 3 }, ordinary: { rounds: 1 } });
    expect(showPolicies(shown).split('\n')).toEqual([
      'Cách báo mặc định.',
      '',
      'Sự cố nghiêm trọng: 3 lần, cách nhau 15 phút, dừng khi có người nhận.',
      'Phút thứ  Báo cho                                                            Ban đêm',
      '--------  -------                                                            -------',
      '0         lãnh đạo (tại đơn vị), ứng cứu sự cố (tại đơn vị)                  báo ngay',
      '5         đầu mối tổng hợp (đơn vị đầu mối), ứng cứu sự cố (đơn vị đầu mối)  báo ngay',
      '15        lãnh đạo (các cấp trên), ứng cứu sự cố (các cấp trên)              báo ngay',
      '',
      'Sự cố thông thường: 1 lần, cách nhau 60 phút, dừng khi có người nhận.',
      'Phút thứ  Báo cho                     Ban đêm',
      '--------  -------                     -------',
      '0         ứng cứu sự cố (tại đơn vị)  báo ngay',
      '15        lãnh đạo (tại đơn vị)       chờ đến sáng',
    ]);
  });

  test('refuses a unit that there is none', async () => {
    expect(await run(context, 'escalation-show', { unit: 'XYZ' })).toMatchObject({ ok: false });
  });
});

describe('escalation set', () => {
  test('holds for the unit and those below it, until it is taken away', async () => {
    expect(await resultOf(context, 'escalation-set', { unit: 'UBT', policies })).toEqual({
      ...{ unit: 'UBT', from: 'UBT' },
      ...policies,
    });
    expect(await resultOf(context, 'escalation-show', { unit: 'STC' })).toMatchObject({
      from: 'UBT',
      severe: { rounds: 5 },
    });
    const own = { ...policies, severe: { ...quick, rounds: 7 } };
    await resultOf(context, 'escalation-set', { unit: 'STC', policies: own });
    expect(await resultOf(context, 'escalation-show', { unit: 'STC' })).toMatchObject({
      from: 'STC',
      severe: { rounds: 7 },
    });
    expect(await resultOf(context, 'escalation-show', { unit: 'SYT' })).toMatchObject({ from: 'UBT' });

    await resultOf(context, 'escalation-set', { unit: 'STC', policies: null });
    await resultOf(context, 'escalation-set', { unit: 'UBT', policies: null });
    expect(await resultOf(context, 'escalation-show', { unit: 'STC' })).toMatchObject({ from: null });
  });
});

describe('on the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'escalation-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function cli(...args: string[]): Promise<{ code: number; err: string }> {
    let err = '';
    const io = {
      env: { DATA_DIR: join(folder, 'data') },
      out: () => {},
      err: (text: string) => (err += text),
    };
    return { code: await runCli(args, io), err };
  }

  test('a file with a mistake is refused with its line', async () => {
    const file = join(folder, 'policy.yaml');
    writeFileSync(file, 'severe:\n  rounds: 0\n');
    const { code, err } = await cli('escalation', 'set', file, '--unit', 'STC');
    expect(code).toBe(1);
    expect(err).toContain(`${file}:2: severe.rounds`);
  });

  test('a file and --default together, or neither, is a mistake of the call', async () => {
    expect((await cli('escalation', 'set', '--unit', 'STC')).code).toBe(2);
    expect((await cli('escalation', 'set', 'x.yaml', '--unit', 'STC', '--default')).code).toBe(2);
  });
});
