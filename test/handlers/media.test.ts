import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { attachmentRows, type Downloads, downloadsOf, jpeg, photo } from '#test/kit/media.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { reportRow } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;
let downloads: Downloads;

beforeEach(async () => {
  story = await aProvince();
  downloads = downloadsOf(story);
  await story.at('2026-12-07T09:00:00+07:00');
  for (const officer of [story.an, story.binh, story.chi]) await officer.screen();
});

describe('with nothing under way', () => {
  test('a photo is taken, and the person asked whether it is of an incident', async () => {
    await arrives(story, story.an, photo('f1'));
    await story.an.receives(say('incident-ask-photo'));
    await story.an.receivesNothing();
    await downloads.all();
    expect(await attachmentRows(story)).toMatchObject([
      {
        officerId: story.an.id,
        chatId: story.an.chatId,
        kind: 'photo',
        source: { kind: 'file', id: 'f1' },
        status: 'stored',
        contentType: 'image/jpeg',
        bytes: jpeg,
        sha256: '7937cd7f5d2fba72ab0316934132d638cc882a3c2269fd1c382bf463bca2aa9a',
        createdAt: new Date('2026-12-07T09:00:00+07:00'),
        incidentId: null,
      },
    ]);
    await story.an.receivesNothing();
  });

  test('as is a voice message', async () => {
    const source = { kind: 'url', url: 'https://v/1.aac' } as const;
    await arrives(story, story.an, { kind: 'media', what: 'voice', source });
    await story.an.receives(say('media-received-voice'));
    expect(await attachmentRows(story)).toMatchObject([{ kind: 'voice', source, status: 'wanted' }]);
  });

  test('an album is answered once and kept whole', async () => {
    for (const id of ['f1', 'f2', 'f3']) {
      await arrives(story, story.an, photo(id));
      story.clock.pass(1000);
    }
    await story.an.receives(say('incident-ask-photo'));
    await story.an.receivesNothing();
    await downloads.all();
    expect(downloads.asked.map((source) => source.kind === 'file' && source.id)).toEqual(['f1', 'f2', 'f3']);
    await story.an.taps(say('button-incident-no'));
    await story.an.receives(say('incident-nothing-recorded'));
    story.clock.pass(30_000);
    await arrives(story, story.an, photo('f4'));
    await story.an.receives(say('incident-ask-photo'));
  });

  test('the same update twice is one photo', async () => {
    for (const _ of [1, 2]) await arrives(story, story.an, photo('f1'), { updateId: 'the same' });
    expect(await attachmentRows(story)).toHaveLength(1);
  });

  test('a caption that is a command is carried out', async () => {
    await arrives(story, story.an, photo('f1', '/lich'));
    await story.an.receives(say('schedule-title'));
    await story.an.receivesNothing();
    expect(await attachmentRows(story)).toHaveLength(1);
  });

  test('a caption that nobody asked for is asked about like the photo', async () => {
    await arrives(story, story.an, photo('f1', 'màn hình phòng kế toán'));
    await story.an.receives(say('incident-ask-photo'));
    await story.an.receivesNothing();
  });

  test('a photo that the platform does not say where to find is said to be gone, its caption still read', async () => {
    await arrives(story, story.an, { kind: 'media', what: 'photo', caption: '/lich' });
    await story.an.receives(say('media-gone-photo', { time: '09:00' }));
    await story.an.receives(say('schedule-title'));
    expect(await attachmentRows(story)).toMatchObject([{ status: 'refused', reason: 'no-source' }]);
  });

  test('nobody fills the disk: after a hundred within a day no more are taken', async () => {
    for (let count = 0; count < 101; count += 1) await arrives(story, story.an, photo(`f${count}`));
    await story.an.receives(say('media-too-many'));
    const rows = await attachmentRows(story);
    expect(rows.filter(({ status }) => status === 'wanted')).toHaveLength(100);
    await arrives(story, story.binh, photo('of somebody else'));
    await story.binh.receives(say('incident-ask-photo'));
    await story.an.taps(say('button-incident-no'));
    story.clock.pass(24 * 60 * 60_000 + 1);
    await arrives(story, story.an, photo('on the next day'));
    await story.an.receives(say('incident-ask-photo'));
  });
});

describe('in the middle of a report', () => {
  beforeEach(() => story.an.types('/baocao tháng 12'));

  test('a photo is asked about, then the question is open as it was', async () => {
    await arrives(story, story.an, photo('f1'));
    await story.an.receives(say('incident-ask-photo'));
    await story.an.taps(say('button-incident-no'));
    await story.an.receives(say('question-number', { number: 1, total: 6 }));
    await story.an.types('6');
    expectQuestion(story, await story.an.receives(say('question-number', { number: 2, total: 7 })), {
      asks: 'systems-approved',
    });
  });

  test('what stands under it is the answer', async () => {
    await arrives(story, story.an, photo('f1', '6'));
    expectQuestion(story, await story.an.receives(say('question-number', { number: 2, total: 7 })), {
      asks: 'systems-approved',
    });
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({ 'systems-managed': 6 });
    expect(await attachmentRows(story)).toHaveLength(1);
  });

  test('and so where a paper is being recorded', async () => {
    await typesAll(story.an, ['/huy', 'gửi văn bản tháng 12 rồi']);
    await arrives(story, story.an, photo('the paper', '214/BC-STC'));
    await story.an.receives(say('filing-ask-date', { number: '214/BC-STC' }));
  });
});

describe('nothing is kept', () => {
  test('of a stranger', async () => {
    const hoa = story.stranger('Hoa');
    await arrives(story, hoa, photo('f1', 'xin chào'));
    await hoa.receives(say('stranger-hello'));
    expect(await attachmentRows(story)).toEqual([]);
  });

  test('of a group, whoever sends it', async () => {
    const group = { chatId: 'group of Sở Tài chính' };
    await arrives(story, group, photo('f1', '/baocao'), { chatKind: 'group' });
    await story.delivered();
    expect(await attachmentRows(story)).toEqual([]);
    expect(story.phones.screenOf(group.chatId)).toEqual([]);
  });

  test('of a document', async () => {
    await arrives(story, story.an, { kind: 'unsupported', what: 'document' });
    await story.an.receives(say('unsupported-document'));
    expect(await attachmentRows(story)).toEqual([]);
  });
});
