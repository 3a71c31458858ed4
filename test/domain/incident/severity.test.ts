import { describe, expect, test } from 'vitest';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import type { Impact, IncidentFacts } from '#domain/incident/incident.ts';
import { severityNow, severityOf } from '#domain/incident/severity.ts';

const rules = loadIncidentRules(new Set(['thai-nguyen-1880-2024']));

const none: Impact = {
  spreading: 'no',
  serviceDown: 'no',
  dataHarmed: 'no',
  personalData: 'no',
  beyondCapacity: 'no',
};
const unclear: Impact = {
  spreading: 'unknown',
  serviceDown: 'unknown',
  dataHarmed: 'unknown',
  personalData: 'unknown',
  beyondCapacity: 'unknown',
};

describe('how severe an incident is', () => {
  test.each<[string, IncidentFacts, 'severe' | 'ordinary', string]>([
    ['nothing known yet', {}, 'severe', 'chưa rõ mức ảnh hưởng'],
    ['"Chưa rõ"', { kind: 'unknown' }, 'severe', 'chưa rõ mức ảnh hưởng'],
    ['"Chưa rõ", and no harm seen', { kind: 'unknown', impact: none }, 'ordinary', 'chưa thấy dấu hiệu'],
    ['files encrypted, from the first word', { kind: 'encryption' }, 'severe', 'gây thiệt hại lớn'],
    ['files encrypted, with no harm seen', { kind: 'encryption', impact: none }, 'severe', 'thiệt hại lớn'],
    ['somebody got in', { kind: 'intrusion' }, 'severe', 'thiệt hại lớn'],
    ['a phishing mail', { kind: 'phishing' }, 'ordinary', 'chưa thấy dấu hiệu'],
    ['a phishing mail, impact not known', { kind: 'phishing', impact: unclear }, 'ordinary', 'chưa thấy'],
    [
      'a phishing mail, and data are gone',
      { kind: 'phishing', impact: { ...none, dataHarmed: 'yes' } },
      'severe',
      'dữ liệu bị mất',
    ],
    ['malware, nothing else known', { kind: 'malware' }, 'severe', 'chưa rõ mức ảnh hưởng'],
    ['malware that was stopped', { kind: 'malware', impact: none }, 'ordinary', 'chưa thấy dấu hiệu'],
    [
      'malware that spreads',
      { kind: 'malware', impact: { ...none, spreading: 'yes' } },
      'severe',
      'đang lan rộng',
    ],
    [
      'a service that stands still',
      { kind: 'other', impact: { ...none, serviceDown: 'yes' } },
      'severe',
      'dịch vụ bị gián đoạn',
    ],
    [
      'phishing of a system of level 4',
      { kind: 'phishing', system: { name: 'Một cửa', level: 4 } },
      'severe',
      'hệ thống cấp độ 4 trở lên',
    ],
    [
      'phishing of a system of level 3',
      { kind: 'phishing', system: { name: 'Trang tin', level: 3 } },
      'ordinary',
      'chưa thấy dấu hiệu',
    ],
  ])('%s', (_, facts, severity, why) => {
    const judged = severityOf(facts, rules);
    expect(judged).toMatchObject({ severity, source: 'product' });
    expect(judged.reasons[0]?.text.vi).toContain(why);
    expect(judged.reasons[0]?.citation).toBeUndefined();
  });

  test('beyond what the agency can repair: by the directive, as long as that is on', () => {
    const facts: IncidentFacts = { kind: 'phishing', impact: { ...none, beyondCapacity: 'yes' } };
    const here = severityOf(facts, rules);
    expect(here).toMatchObject({ severity: 'severe', source: 'text' });
    expect(here.reasons).toEqual([
      {
        text: {
          vi: 'vượt quá khả năng khắc phục của cơ quan, đơn vị',
          en: 'beyond what the agency can repair itself',
        },
        citation: 'Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 1.2',
      },
    ]);

    const elsewhere = severityOf(facts, loadIncidentRules(new Set(['dong-nai-2455-2024'])));
    expect(elsewhere).toMatchObject({ severity: 'severe', source: 'product' });
    expect(elsewhere.reasons[0]?.citation).toBeUndefined();
  });

  test('level 4, service down, beyond capacity: the decision of 2017 is cited first', () => {
    const judged = severityOf(
      {
        kind: 'denial-of-service',
        system: { name: 'Cổng dịch vụ công', level: 4 },
        impact: { ...none, serviceDown: 'yes', beyondCapacity: 'yes' },
      },
      rules,
    );
    expect(judged.source).toBe('text');
    expect(judged.reasons.map(({ citation }) => citation)).toEqual([
      'Quyết định số 05/2017/QĐ-TTg, tiêu chí sự cố nghiêm trọng',
      'Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 1.2',
      undefined,
    ]);
  });

  test('level 3 in the same state is severe, but not by that decision', () => {
    const judged = severityOf(
      {
        kind: 'denial-of-service',
        system: { name: 'Trang tin', level: 3 },
        impact: { ...none, serviceDown: 'yes', beyondCapacity: 'yes' },
      },
      rules,
    );
    expect(judged.severity).toBe('severe');
    expect(judged.reasons.map(({ citation }) => citation ?? '').join()).not.toContain('05/2017');
  });

  test('what somebody who handles it has said goes before the rules', () => {
    const judged = severityNow(
      {
        facts: { kind: 'encryption' },
        severity: 'ordinary',
        severitySet: { by: 'officer', why: 'máy thử nghiệm, không có dữ liệu' },
      },
      rules,
    );
    expect(judged).toEqual({
      severity: 'ordinary',
      reasons: [{ text: { vi: 'máy thử nghiệm, không có dữ liệu', en: 'máy thử nghiệm, không có dữ liệu' } }],
      source: 'person',
    });
  });
});
