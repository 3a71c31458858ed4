import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { basicPlan } from '#domain/quota.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { newInviteCode } from '#app/ids.ts';
import type { CommandContext } from '#app/commands/command.ts';
import { resultOf, run } from '#test/app/commands/command-context.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { docxText } from '#test/kit/read-zip.ts';
import { recordedIncident } from '#test/kit/recorded-incident.ts';

const closing = { cause: 'thư giả mạo', damage: 'ba máy', measures: 'cài lại', lessons: 'tắt macro' };

let folder: string;
let story: Story;
let context: CommandContext;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'));
  story = await aProvince({ begins: '2026-12-12T02:14:00+07:00' });
  const { store, catalogue, clock, newId } = story;
  context = { store, catalogue, clock, newId, newInviteCode, quota: basicPlan };
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('incidents list', () => {
  test('the newest first, the open ones on request', async () => {
    await recordedIncident(story, { status: 'closed', closedAt: story.clock.now(), closing });
    story.clock.set('2026-12-13T08:00:00+07:00');
    await recordedIncident(story, { handler: story.binh.id, status: 'acknowledged' });
    const rows = await resultOf(context, 'incidents-list', { open: false });
    expect(rows).toEqual([
      {
        ...{ number: 'SC-2026-0002', drill: false, unit: 'STC', name: 'Sở Tài chính', severity: 'severe' },
        ...{ status: 'acknowledged', reportedAt: '2026-12-13T08:00:00+07:00', handler: 'Trần Thị Bình' },
        closedAt: null,
      },
      {
        ...{ number: 'SC-2026-0001', drill: false, unit: 'STC', name: 'Sở Tài chính', severity: 'severe' },
        ...{ status: 'closed', reportedAt: '2026-12-12T02:14:00+07:00', handler: null },
        closedAt: '2026-12-12T02:14:00+07:00',
      },
    ]);
    expect(await resultOf(context, 'incidents-list', { open: true })).toEqual([rows[0]]);
  });
});

describe('incidents paper', () => {
  test('writes the draft for this user alone, says what is blank, and is noted', async () => {
    const incident = await recordedIncident(story, { status: 'closed', closing });
    const file = join(folder, 'ket-thuc.docx');
    const paper = { number: 'sc-2026-0001', kind: 'closing' as const, file };
    expect(await resultOf(context, 'incidents-paper', paper)).toEqual({
      ...{ file, bytes: statSync(file).size },
      blank: [
        ...['Địa chỉ của đơn vị', 'Điện thoại của đơn vị', 'Thư công vụ của đơn vị'],
        ...['Thư công vụ của người liên hệ', 'Số, ngày của báo cáo ban đầu'],
      ],
    });
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(docxText(readFileSync(file))).toContain('Nguyên nhân: thư giả mạo');
    expect((await eventsOf(story.store.db, incident.id)).at(-1)).toMatchObject({
      ...{ kind: 'paper-fetched', officer: null, details: { paper: 'closing', by: 'administrator' } },
    });
  });

  test('refuses what is not there, not yet closed, or cannot be written', async () => {
    await recordedIncident(story);
    const file = join(folder, 'x.docx');
    const refused = async (number: string, kind: 'first' | 'closing', to = file) => {
      const outcome = await run(context, 'incidents-paper', { number, kind, file: to });
      return outcome.ok ? 'written' : outcome.error;
    };
    expect(await refused('SC-2026-0009', 'first')).toMatch(/^Không có sự cố nào mang số SC-2026-0009/);
    expect(await refused('SC-2026-0001', 'closing')).toMatch(/sau khi đóng SC-2026-0001/);
    expect(await refused('SC-2026-0001', 'first', join(folder, 'nowhere', 'x.docx'))).toMatch(/ENOENT/);
  });
});
