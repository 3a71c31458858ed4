import { beforeEach, describe, expect, test } from 'vitest';
import { inviteDigest } from '#handlers/join.ts';
import { textIn } from '#locales/text.ts';
import { addInvite } from '#storage/queries/invites.ts';
import { inTransaction } from '#storage/transaction.ts';
import { resultOf } from '#test/app/commands/command-context.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const day = 24 * 60 * 60_000;

let story: Story;
/** Đỗ Thị Hoa, reporter at Sở Tài chính, was given the code ABCD-2345 on 1/12 at 08:00; this is her phone. */
let hoa: StoryOfficer;
let hoaId: string;

beforeEach(async () => {
  story = await aProvince();
  const options = { unit: 'STC', name: 'Đỗ Thị Hoa', position: 'reporter' } as const;
  const context = { ...story, newInviteCode: () => 'ABCD2345' };
  hoaId = (await resultOf(context, 'officers-add', options)).officerId;
  hoa = story.stranger('Hoa');
});

/** Whose chat this is now. */
async function ownerOf({ chatId }: StoryOfficer): Promise<string | undefined> {
  const row = await story.store.db
    .selectFrom('identities')
    .select('officerId')
    .where('chatId', '=', chatId)
    .executeTakeFirst();
  return row?.officerId;
}

async function isWelcomed(person: StoryOfficer): Promise<void> {
  const welcome = await person.receives('Đỗ Thị Hoa');
  expect(welcome.text).toContain(
    say('position-at', { position: say('position-reporter'), unit: 'Sở Tài chính' }),
  );
  expect(welcome.text).toContain('/baocao');
  expect(await ownerOf(person)).toBe(hoaId);
}

describe('an invited officer', () => {
  test.each(['/start ABCD2345', '/start ABCD-2345', 'ABCD-2345', 'ABCD2345', ' abcd 2345 ', 'abcd-2345'])(
    'joins with “%s”',
    async (typed) => {
      await hoa.types(typed);
      await isWelcomed(hoa);
    },
  );

  test('is in the tables: an identity, the invite used up, a line in the audit without any code', async () => {
    story.clock.set('2026-12-02T09:15:00+07:00');
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);

    const invite = await story.store.db.selectFrom('invites').selectAll().executeTakeFirstOrThrow();
    expect(invite.usedAt).toEqual(new Date('2026-12-02T09:15:00+07:00'));
    expect(invite.codeDigest).not.toContain('ABCD2345');
    expect(await auditRows(story, 'chat-linked')).toEqual([
      {
        action: 'chat-linked',
        actorId: hoaId,
        subjectId: hoaId,
        details: { bot: 'rehearsal:room' },
        at: new Date('2026-12-02T09:15:00+07:00'),
      },
    ]);
  });

  test('has 14 days: the last second counts, the next does not', async () => {
    story.clock.set('2026-12-15T08:00:00+07:00');
    await hoa.types('ABCD-2345');
    await hoa.receives(say('code-expired'));
    expect(await ownerOf(hoa)).toBeUndefined();

    story.clock.set('2026-12-15T07:59:59+07:00');
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);
  });

  test('uses the code once: on another phone it is worth nothing', async () => {
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);
    const thief = story.stranger('Thief');
    await thief.types('ABCD-2345');
    await thief.receives(say('code-expired'));
    expect(await ownerOf(thief)).toBeUndefined();
    expect(await auditRows(story, 'chat-linked')).toHaveLength(1);
  });

  test('is invited again: the earlier code is over, the new one opens a second phone', async () => {
    await inTransaction(story.store, (tx) =>
      addInvite(tx, {
        ...{ id: story.newId(), officerId: hoaId, codeDigest: inviteDigest('WXYZ6789') },
        ...{ createdAt: story.clock.now(), expiresAt: new Date(story.clock.now().getTime() + 14 * day) },
      }),
    );
    await hoa.types('ABCD-2345');
    await hoa.receives(say('code-expired'));
    await hoa.types('WXYZ-6789');
    await isWelcomed(hoa);
  });

  test('shows the code again: is told that the phone is linked, and stays who they are', async () => {
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);
    for (const typed of ['ABCD-2345', '/start ABCD2345', 'WXYZ-6789']) {
      await hoa.types(typed);
      await hoa.receives(say('code-already-linked', { name: 'Đỗ Thị Hoa' }));
    }
    expect(await ownerOf(hoa)).toBe(hoaId);
    expect(await auditRows(story, 'chat-linked')).toHaveLength(1);
  });

  test('takes over a phone on which somebody else was signed in', async () => {
    await story.an.types('ABCD-2345');
    await isWelcomed(story.an);
    const second = story.stranger('Second');
    await second.types('ABCD-2345');
    await second.receives(say('code-expired'));
  });
});

describe('wrong codes', () => {
  /** Codes in the right shape that nobody was given. */
  const guesses = ['WXYZ2222', 'WXYZ3333', 'WXYZ4444', 'WXYZ5555', 'WXYZ6666'];

  beforeEach(async () => {
    for (const guess of guesses) {
      await hoa.types(guess);
      await hoa.receives(say('code-unknown'));
      story.clock.pass(60_000);
    }
  });

  test('after five within an hour even the right one is not looked at', async () => {
    await hoa.types('ABCD-2345');
    await hoa.receives(say('code-too-many'));
    expect(await ownerOf(hoa)).toBeUndefined();
    const invite = await story.store.db.selectFrom('invites').selectAll().executeTakeFirstOrThrow();
    expect(invite.usedAt).toBeNull();
  });

  test('the hour over, one may try again', async () => {
    // The first guess was at 08:00:00.
    story.clock.set('2026-12-01T09:00:00+07:00');
    await hoa.types('ABCD-2345');
    await hoa.receives(say('code-too-many'));
    story.clock.set('2026-12-01T09:00:01+07:00');
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);
  });

  test('are counted for this chat alone', async () => {
    const other = story.stranger('Other');
    await other.types('ABCD-2345');
    await isWelcomed(other);
  });
});

describe('somebody known', () => {
  /** An was invited once, and joined on this phone long ago. */
  const already = () => say('code-already-linked', { name: story.an.name });

  test('may guess no more than a stranger: after five within an hour not even a right one is looked at', async () => {
    for (const guess of ['BCDE2222', 'FGHJ3333', 'KMNP4444', 'QRST5555', 'WXYZ6666']) {
      await story.an.types(guess);
      await story.an.receives(already());
    }
    await story.an.types('/start ABCD-2345');
    await story.an.receives(say('code-too-many'));
    expect(await ownerOf(story.an)).toBe(story.an.id);
    story.clock.pass(60 * 60_000 + 1_000);
    await story.an.types('/start ABCD-2345');
    await isWelcomed(story.an);
  });

  test('may open the link of their own invite as often as they like', async () => {
    await hoa.types('/start ABCD2345');
    await isWelcomed(hoa);
    for (let time = 0; time < 7; time += 1) {
      await hoa.types('/start ABCD2345');
      await hoa.receives(say('code-already-linked', { name: 'Đỗ Thị Hoa' }));
    }
  });
});

describe('what is no code', () => {
  test.each(['ABCD-234', 'ABCD-23456', 'ABCD-0000', '12345678'])(
    '“%s” looks like an attempt, is answered with what a code looks like, and is not counted',
    async (typed) => {
      for (let time = 0; time < 6; time += 1) {
        await hoa.types(typed);
        await hoa.receives(say('code-unknown'));
      }
      await hoa.types('ABCD-2345');
      await isWelcomed(hoa);
    },
  );

  test.each([
    'xin chào',
    '/start',
    '/baocao',
    '/chuabaocao',
    'ai chưa báo cáo?',
    '/lich',
    '/trogiup',
    '/huy',
  ])('a stranger who writes “%s” gets the greeting and nothing of anybody', async (typed) => {
    await story.at('2026-12-07T09:00:00+07:00');
    await hoa.types(typed);
    const { text, buttons } = await hoa.receives(say('stranger-hello'));
    expect(text).toBe(say('stranger-hello'));
    expect(buttons).toEqual([]);
  });

  test('a stranger who taps somebody’s button, or sends a picture, gets the greeting', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    const [reminder] = story.phones.screenOf(story.an.chatId);
    for (const { data } of reminder?.buttons ?? []) {
      await arrives(story, hoa, { kind: 'tap', data });
      await hoa.receives(say('stranger-hello'));
    }
    await arrives(story, hoa, { kind: 'media', what: 'photo', source: { kind: 'file', id: 'f' } });
    await hoa.receives(say('stranger-hello'));
    await hoa.receivesNothing();
  });
});

describe('in a group', () => {
  const group = { chatId: 'group of Sở Tài chính' };
  const types = (text: string) => arrives(story, group, { kind: 'text', text }, { chatKind: 'group' });

  async function said(): Promise<string[]> {
    await story.delivered();
    return story.phones.screenOf(group.chatId).map(({ text }) => text);
  }

  test('a command is answered with where to go, and with nothing else', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    for (const command of ['/baocao', '/chuabaocao@NhacHanBot', 'ai chưa báo cáo?', '/start ABCD-2345']) {
      await types(command);
    }
    expect(await said()).toEqual(Array(4).fill(say('group-only-private')));
  });

  test('a code that is shown there is not taken, and talk is not answered', async () => {
    await types('ABCD-2345');
    await types('sáng mai họp nhé');
    await arrives(story, group, { kind: 'tap', data: 'why:x' }, { chatKind: 'group' });
    await arrives(story, group, { kind: 'unsupported', what: 'sticker' }, { chatKind: 'group' });
    expect(await said()).toEqual([]);
    await hoa.types('ABCD-2345');
    await isWelcomed(hoa);
  });
});
