import { describe, expect, test } from 'vitest';
import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { withoutDrillWord } from '#domain/incident/drill-word.ts';
import { unknownImpact } from '#domain/incident/read-impact.ts';
import { ownUnits } from '#domain/incident/own-units.ts';
import { readSystem } from '#domain/incident/read-system.ts';
import { nextStage, startTalk, talkStateSchema } from '#domain/incident/talk.ts';
import type { HeldPosition, Officer, PositionKind } from '#domain/organisation.ts';

describe('the next question', () => {
  test('is the first of the three that nobody has answered', () => {
    expect(nextStage({}, startTalk())).toBe('kind');
    expect(nextStage({ kind: 'unknown' }, startTalk())).toBe('system');
    expect(nextStage({ kind: 'malware', system: { name: 'Cổng' } }, startTalk())).toBe('impact');
    expect(nextStage({ kind: 'malware', impact: unknownImpact }, startTalk())).toBe('system');
  });

  test('is not one that was put before and that they could not answer', () => {
    expect(nextStage({ kind: 'malware' }, startTalk({ asked: ['system'] }))).toBe('impact');
    expect(nextStage({ kind: 'malware' }, startTalk({ asked: ['system', 'impact'] }))).toBe('more');
  });
});

test('what is kept of a conversation can be read again', () => {
  const state = startTalk({ drill: true, said: ['web bị hack'], impact: ['spreading'], mediaSince: 1 });
  expect(talkStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  expect(talkStateSchema.safeParse({ ...state, version: 2 }).success).toBe(false);
});

test.each([
  ['sự cố', true],
  ['su co', true],
  ['SỰ CỐ!!!', true],
  ['sc khẩn', true],
  ['báo sự cố em ơi', true],
  ['sự cố máy chủ', false],
  ['web bị hack', false],
])('“%s” is nothing but the word: %s', (typed, isBare) => {
  expect(isBareIncidentWord(typed)).toBe(isBare);
});

test.each([
  ['DIỄN TẬP: web bị hack', 'web bị hack'],
  ['diễn tập sự cố: web bị hack', 'web bị hack'],
  ['bắt đầu diễn tập', ''],
  ['diễn tập sự cố', ''],
  ['web bị hack (diễn tập)', 'web bị hack'],
  ['dien tap ung cuu su co - mat du lieu', 'mat du lieu'],
])('the drill “%s” is about “%s”', (typed, about) => {
  expect(withoutDrillWord(typed)).toBe(about);
});

test.each([
  ['cổng dịch vụ công', { name: 'cổng dịch vụ công' }],
  ['Cổng DVC, cấp 3', { name: 'Cổng DVC, cấp 3', level: 3 }],
  ['  thư điện tử cấp độ 2 ', { name: 'thư điện tử cấp độ 2', level: 2 }],
  ['máy ở tầng 3', { name: 'máy ở tầng 3' }],
])('the system “%s”', (typed, system) => {
  expect(readSystem(typed)).toEqual(system);
});

test('the likeliest unit comes first: where they respond, report, lead', () => {
  const held = (kind: PositionKind, code: string): HeldPosition => ({
    kind,
    unit: { id: code, code, name: code, kind: 'department', coordinator: false },
  });
  const officer: Officer = {
    ...{ id: 'o', name: 'An', language: 'vi' },
    positions: [held('head', 'A'), held('reporter', 'B'), held('responder', 'C'), held('reporter', 'C')],
  };
  expect(ownUnits(officer).map(({ id }) => id)).toEqual(['C', 'B', 'A']);
});
