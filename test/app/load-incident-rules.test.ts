import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadIncidentRules } from '#app/load-incident-rules.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'incidents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shipped = readFileSync(new URL('../../domain/incident/rules.yaml', import.meta.url), 'utf8');

/** The file that ships, with one thing changed. */
function rulesWith(before: string, after: string): string {
  expect(shipped).toContain(before);
  const file = join(folder, 'rules.yaml');
  writeFileSync(file, shipped.replace(before, after));
  return file;
}

function lineOf(text: string): number {
  return shipped.slice(0, shipped.indexOf(text)).split('\n').length;
}

test('the rules that ship are read, with the kinds of the forms', () => {
  const { kinds, escalation, night } = loadIncidentRules(new Set());
  expect(kinds.map(({ key }) => key)).toEqual([
    ...['denial-of-service', 'phishing', 'malware', 'intrusion', 'defacement', 'encryption', 'sabotage'],
    ...['espionage', 'combined', 'other'],
  ]);
  expect(escalation.severe.steps.map(({ afterMinutes }) => afterMinutes)).toEqual([0, 5, 15]);
  expect(escalation.ordinary.steps.map(({ afterMinutes, atNight }) => [afterMinutes, atNight])).toEqual([
    [0, 'wake'],
    [15, 'wait'],
  ]);
  expect(night).toEqual({ from: '22:00', to: '06:00', waitUntil: '07:00' });
});

describe('a file with a mistake is refused with its line:', () => {
  test.each([
    [
      'an unknown position',
      'position: head, at: unit',
      'position: boss, at: unit',
      'escalation.severe.steps.0.to.0',
    ],
    ['an hour that there is none', 'from: "22:00"', 'from: "25:00"', 'night.from: HH:mm'],
    ['a condition that nobody knows', 'impact: serviceDown', 'impact: serviceUp', 'severity.rules.0.when'],
    ['a kind that nobody knows', '[encryption, intrusion', '[encription, intrusion', 'no kind "encription"'],
    ['no round at all', 'rounds: 3', 'rounds: 0', 'escalation.severe.rounds'],
  ])('%s', (_, before, after, reason) => {
    const rulesFile = rulesWith(before, after);
    expect(() => loadIncidentRules(new Set(), { rulesFile })).toThrow(reason);
    expect(() => loadIncidentRules(new Set(), { rulesFile })).toThrow(`${rulesFile}:`);
  });

  test('steps that are out of order', () => {
    const rulesFile = rulesWith(
      '- afterMinutes: 15\n        to: [{ position: head, at: above }',
      '- afterMinutes: 1\n        to: [{ position: head, at: above }',
    );
    const line = lineOf('    steps:\n      - afterMinutes: 0\n        to: [{ position: head, at: unit }') + 0;
    expect(() => loadIncidentRules(new Set(), { rulesFile })).toThrow(
      `${rulesFile}:${line}: escalation.severe.steps: the steps stand in the order of their minutes`,
    );
  });
});
