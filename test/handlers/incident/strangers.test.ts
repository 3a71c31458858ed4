import { beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '#storage/queries/contacts.ts';
import { inTransaction } from '#storage/transaction.ts';
import { textIn } from '#locales/text.ts';
import { incidentRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await inTransaction(story.store, async (tx) => {
    const shown = { id: story.newId(), name: 'Trực ban', phone: '0900 000 001', place: 1, isPublic: true };
    await addContact(tx, shown);
    await addContact(tx, {
      ...shown,
      id: story.newId(),
      name: 'Nội bộ',
      phone: '0900 000 002',
      isPublic: false,
    });
  });
});

describe('somebody unknown who speaks of an incident', () => {
  test.each(['sự cố', '/suco', 'web của tỉnh bị hack', 'máy em chạy chậm, hiện quảng cáo lạ'])(
    '“%s” hears the public numbers, and nothing is kept',
    async (typed) => {
      const hoa = story.stranger('Hoa');
      await hoa.types(typed);
      const { text } = await hoa.receives('• Trực ban: 0900 000 001');
      expect(text).not.toContain('0900 000 002');
      await hoa.receivesNothing();
      expect(await incidentRows(story)).toEqual([]);
      expect(await story.store.db.selectFrom('incidentTalks').selectAll().execute()).toEqual([]);
    },
  );

  test('without public numbers they are told to ring their own head', async () => {
    await story.store.db.deleteFrom('contacts').execute();
    const hoa = story.stranger('Hoa');
    await hoa.types('sự cố');
    await hoa.receives(say('incident-public-contacts-none'));
  });

  test('who shows a code still joins', async () => {
    const hoa = story.stranger('Hoa');
    await hoa.types('ABCD-2345');
    await hoa.receives(say('code-unknown'));
  });
});

test('a group is told to write privately or to ring, whoever writes there', async () => {
  const content = { kind: 'text', text: 'web bị hack rồi' } as const;
  await arrives(story, story.an, content, { chatKind: 'group' });
  const { text } = await story.an.receives(say('incident-in-group'));
  expect(text).toContain('0900 000 001');
  expect(await incidentRows(story)).toEqual([]);
});

describe('a drill', () => {
  test('has numbers of its own and says what it is on every message', async () => {
    const nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
    await nam.types('diễn tập sự cố: web bị hack');
    const first = await nam.receives('DT-2026-0001');
    expect(first.text.startsWith('DIỄN TẬP')).toBe(true);
    const alert = await story.binh.receives('DT-2026-0001');
    expect(alert.text.startsWith('DIỄN TẬP')).toBe(true);
    expect(await incidentRows(story)).toMatchObject([{ drill: true, description: 'web bị hack' }]);
    await nam.types('chưa rõ');
    expect((await nam.receives('Câu 3/3')).text.startsWith('DIỄN TẬP')).toBe(true);
  });

  test('“diễn tập” alone asks what it is about', async () => {
    await story.binh.types('bắt đầu diễn tập');
    const { text } = await story.binh.receives(say('incident-drill-begun'));
    expect(text).toContain(say('incident-ask-what'));
    expect(text.startsWith('DIỄN TẬP')).toBe(true);
  });

  test('is not begun by a reporter', async () => {
    await story.an.types('diễn tập sự cố');
    await story.an.receives(say('incident-drill-refused'));
    expect(await incidentRows(story)).toEqual([]);
  });
});
