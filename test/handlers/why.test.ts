import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const unit = 'Sở Tài chính';

let story: Story;

/** Monday 7/12, after the first reminder. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
});

describe('why a report is asked for', () => {
  const expected = [
    'Anh/chị nhận vì là cán bộ báo cáo của Sở Tài chính.',
    'Căn cứ: Công văn số 1880/UBND-KGVX ngày 16/4/2024 của UBND tỉnh Thái Nguyên, điểm 1.1, gạch đầu dòng thứ 4.',
    'Định kỳ trước ngày 15 hằng tháng, cung cấp thông tin về tình hình',
    'theo văn bản.',
    'Văn bản giao cho sở; Sở Tài chính thuộc nhóm này.',
  ];

  test('under the reminder: position, clause, its words, text or default, and why this unit', async () => {
    await story.an.taps(say('button-why'));
    const why = await story.an.receives('Anh/chị nhận vì');
    for (const words of expected) expect(why.text).toContain(words);
  });

  test('typed at any time, without buttons too', async () => {
    const an = withoutButtons(story, story.an);
    for (const typed of ['Vì sao tôi nhận?', 'sao em lại bị nhắc', 'căn cứ vào đâu?']) {
      await an.types(typed);
      const why = await an.receives('Anh/chị nhận vì');
      for (const words of expected) expect(why.text).toContain(words);
    }
  });

  test('a kind of unit that the document does not name is said to be the province’s own setting', async () => {
    await story.founds({ code: 'XTL', name: 'Xã Tân Lập', kind: 'commune' });
    const mai = await story.joins('Vũ Thị Mai', ['reporter', 'XTL']);
    await story.at('2026-12-10T08:30:00+07:00');
    await mai.types('vì sao tôi nhận');
    await mai.receives(say('why-kind-default', { unit: 'Xã Tân Lập', kind: 'xã, phường' }));
  });

  test('a coordinator is told the role', async () => {
    await story.chi.types('/baocao');
    await story.chi.types('vì sao tôi nhận');
    await story.chi.receives(say('why-role-coordinator', { unit: 'Sở Khoa học và Công nghệ' }));
  });

  test('whoever owes nothing is told so', async () => {
    const em = await story.joins('Đỗ Văn Em', ['responder', 'STC']);
    await em.types('vì sao tôi nhận');
    await em.receives(say('why-nothing'));
  });
});

describe('“?” at a question', () => {
  test('its clause, and the report’s clause in its own words, whose it is and why this unit', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '?']);
    const help = await story.an.receives('Câu này thuộc Báo cáo tháng 12/2026.');
    for (const words of [
      'Căn cứ: Công văn số 1880/UBND-KGVX ngày 16/4/2024, điểm 1.1, gạch đầu dòng thứ 3.',
      '“Định kỳ trước ngày 15 hằng tháng',
      say('why-kind-text', { unit, kind: 'sở' }),
    ]) {
      expect(help.text).toContain(words);
    }
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
  });

  test('shared by reports of two documents: both', async () => {
    await story.an.taps(say('button-fill'));
    await story.an.types('vì sao?');
    const help = await story.an.receives('Câu này thuộc Báo cáo tháng 12/2026, quý IV/2026.');
    expect(help.text).toContain('2455/UBND-KGVX');
  });
});
