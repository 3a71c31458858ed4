import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { mediaLimitBytes } from '#domain/channel.ts';
import { textIn } from '#locales/text.ts';
import { fetchAttachments } from '#scheduler/fetch-attachments.ts';
import { attachmentsOf, claimWanted, joinToIncident } from '#storage/queries/attachments.ts';
import { inTransaction } from '#storage/transaction.ts';
import { createChanges } from '#test/fakes/changes.ts';
import { attachmentRows, type Downloads, downloadsOf, jpeg, photo } from '#test/kit/media.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';

const say = textIn('vi');

let story: Story;
let downloads: Downloads;

beforeEach(async () => {
  story = await aProvince();
  downloads = downloadsOf(story);
  await story.at('2026-12-07T09:00:00+07:00');
  await story.an.screen();
});

/** An sends a photo and has read the answer. */
async function anSends(id: string): Promise<void> {
  await arrives(story, story.an, photo(id));
  await story.an.receives(say('incident-ask-photo'));
}

const statusOfFirst = async () => (await attachmentRows(story))[0]?.status;

describe('downloading', () => {
  test('begins at the commit, while nobody looks', async () => {
    const changes = createChanges();
    const stop = new AbortController();
    let idle = 0;
    const onIdle = () => {
      idle += 1;
      changes.happened();
    };
    const isIdle = (times: number) =>
      changes.until(() => (idle >= times ? true : undefined), { timeoutMs: 2_500, explain: () => `${idle}` });
    const ended = fetchAttachments({ ...story.engine.deliverDeps(downloads.channel), onIdle }, stop.signal);
    onTestFinished(async () => {
      stop.abort();
      await ended;
    });
    await isIdle(1);
    await anSends('f1');
    // Sooner than it would look by itself.
    await isIdle(2);
    expect(await statusOfFirst()).toBe('stored');
  });

  test('a photo of 10 MB comes into the database and out of it as it was', async () => {
    const bytes = Buffer.alloc(mediaLimitBytes, 'mã hóa');
    downloads.nextEnds({ kind: 'fetched', contentType: 'image/png', bytes });
    await anSends('f1');
    await downloads.all();
    const [row] = await attachmentRows(story);
    expect(row).toMatchObject({ status: 'stored', contentType: 'image/png' });
    expect(row?.bytes?.equals(bytes)).toBe(true);
  });

  test('three at once, so that a slow one does not hold back the others', async () => {
    const slow = Promise.withResolvers<void>();
    const changes = createChanges();
    let begun = 0;
    const { fetchMedia } = downloads.channel;
    const channel: Downloads['channel'] = {
      ...downloads.channel,
      async fetchMedia(what, source, signal) {
        begun += 1;
        changes.happened();
        if (begun === 1) await slow.promise;
        return fetchMedia?.(what, source, signal) ?? { kind: 'failed', detail: 'none' };
      },
    };
    for (const id of ['f1', 'f2', 'f3', 'f4']) await arrives(story, story.an, photo(id));
    const stop = new AbortController();
    const ended = fetchAttachments(
      { ...story.engine.deliverDeps(channel), onIdle: () => stop.abort() },
      stop.signal,
    );
    await changes.until(() => (begun === 4 ? true : undefined), {
      timeoutMs: 2_500,
      explain: () => `${begun}`,
    });
    slow.resolve();
    await ended;
    expect((await attachmentRows(story)).map(({ status }) => status)).toEqual(Array(4).fill('stored'));
  });

  test('is done by the bot that it was sent to', async () => {
    await anSends('f1');
    const { fetchMedia } = downloads.channel;
    const other = { ...downloads.channel, bot: 'telegram:5', ...(fetchMedia && { fetchMedia }) };
    const stop = new AbortController();
    await fetchAttachments({ ...story.engine.deliverDeps(other), onIdle: () => stop.abort() }, stop.signal);
    expect(await statusOfFirst()).toBe('wanted');
  });
});

describe('what goes wrong', () => {
  test('a failure is tried again: at once, then further and further apart, and told when it is given up', async () => {
    await anSends('f1');
    const tries: string[] = [];
    const began = story.wallClock.now().getTime();
    for (let pass = 0; pass < 700 && (await statusOfFirst()) === 'wanted'; pass += 1) {
      downloads.nextEnds({ kind: 'failed', detail: 'HTTP 503' });
      const before = downloads.asked.length;
      await downloads.all();
      if (downloads.asked.length > before)
        tries.push(`${(story.wallClock.now().getTime() - began) / 1000} s`);
      story.wallClock.pass(tries.length < 3 ? 1_000 : 30_000);
    }
    expect(tries).toEqual(['0 s', '2 s', '12 s', '72 s', '372 s', '2172 s', '9372 s']);
    expect(await attachmentRows(story)).toMatchObject([
      { status: 'failed', reason: 'HTTP 503', bytes: null },
    ]);
    await story.an.receives(say('media-gone-photo', { time: '09:00' }));
    await story.an.receivesNothing();
  });

  test('a platform that asks to wait is asked again when it said', async () => {
    await anSends('f1');
    downloads.nextEnds({ kind: 'failed', detail: '429', afterMs: 20_000 });
    await downloads.all();
    story.wallClock.pass(19_999);
    await downloads.all();
    expect(downloads.asked).toHaveLength(1);
    story.wallClock.pass(1);
    await downloads.all();
    expect(await statusOfFirst()).toBe('stored');
    await story.an.receivesNothing();
  });

  test.each([
    { reason: 'too-large', says: 'media-too-large-photo' },
    { reason: 'other-content', says: 'media-other-content-photo' },
    { reason: 'gone', says: 'media-gone-photo' },
    { reason: 'address-refused', says: 'media-gone-photo' },
  ] as const)('a photo that is $reason is said to be so, once', async ({ reason, says }) => {
    await anSends('f1');
    story.clock.set('2026-12-07T09:12:00+07:00');
    downloads.nextEnds({ kind: 'refused', reason, detail: 'for the log' });
    await downloads.all();
    await downloads.all();
    expect(downloads.asked).toHaveLength(1);
    await story.an.receives(say(says, { time: '09:00' }));
    await story.an.receivesNothing();
    expect(await attachmentRows(story)).toMatchObject([{ status: 'refused', reason, bytes: null }]);
  });

  test('a download that a bug breaks off is begun again later', async () => {
    await anSends('f1');
    const broken = { ...downloads.channel, fetchMedia: () => Promise.reject(new Error('a bug')) };
    const stop = new AbortController();
    await fetchAttachments({ ...story.engine.deliverDeps(broken), onIdle: () => stop.abort() }, stop.signal);
    expect(story.log.lines.at(-1)).toMatchObject({
      level: 'error',
      message: 'a download could not be recorded',
    });
    await downloads.all();
    expect(await statusOfFirst()).toBe('wanted');
    story.wallClock.pass(40_000);
    await downloads.all();
    expect(await statusOfFirst()).toBe('stored');
  });
});

describe('a process that is killed', () => {
  test('between the commit and the download: the next one downloads', async () => {
    await anSends('f1');
    await downloads.all();
    expect(await statusOfFirst()).toBe('stored');
  });

  test('during the download: the next one downloads as soon as that must be over', async () => {
    await anSends('f1');
    await claimed();
    await downloads.all();
    expect(await statusOfFirst()).toBe('wanted');
    story.wallClock.pass(40_000);
    await downloads.all();
    expect(await statusOfFirst()).toBe('stored');
  });

  test('during each download, perhaps of it: it is left alone in the end', async () => {
    await anSends('f1');
    for (let tried = 0; tried < 7; tried += 1) {
      await claimed();
      story.wallClock.pass(40_000);
    }
    await downloads.all();
    expect(downloads.asked).toEqual([]);
    expect(await statusOfFirst()).toBe('failed');
    await story.an.receives(say('media-gone-photo', { time: '09:00' }));
  });

  test('stopped cleanly: what was under way is begun again at once', async () => {
    await anSends('f1');
    const stop = new AbortController();
    const stopped: Downloads['channel'] = {
      ...downloads.channel,
      async fetchMedia() {
        stop.abort();
        return { kind: 'failed', detail: 'stopped' };
      },
    };
    await fetchAttachments(story.engine.deliverDeps(stopped), stop.signal);
    await downloads.all();
    expect(await statusOfFirst()).toBe('stored');
  });

  async function claimed(): Promise<void> {
    const wallNow = story.wallClock.now();
    const until = new Date(wallNow.getTime() + 40_000);
    const { bot } = downloads.channel;
    expect(await inTransaction(story.store, (tx) => claimWanted(tx, { bot, wallNow, until }))).toBeDefined();
  }
});

describe('what is kept', () => {
  const incidentId = '01890000-0000-7000-8000-000000000001';

  test('thirty days, unless it belongs to an incident', async () => {
    await anSends('before');
    await story.an.taps(say('button-incident-no'));
    await story.until('2026-12-10T02:00:00+07:00');
    await story.an.screen();
    await arrives(story, story.an, photo('of the incident'));
    await arrives(story, story.binh, photo('of somebody else'));
    for (const officer of [story.an, story.binh]) await officer.taps(say('button-incident-no'));
    await downloads.all();
    const since = new Date('2026-12-10T01:50:00+07:00');
    const joined = await inTransaction(story.store, (tx) =>
      joinToIncident(tx, { officerId: story.an.id, since, incidentId }),
    );
    expect(joined).toBe(1);
    expect(await idsKept()).toEqual(['before', 'of the incident', 'of somebody else']);
    await story.at('2027-01-06T08:59:00+07:00');
    expect(await idsKept()).toEqual(['before', 'of the incident', 'of somebody else']);
    await story.at('2027-01-06T09:00:01+07:00');
    expect(await idsKept()).toEqual(['of the incident', 'of somebody else']);
    await story.at('2027-03-01T09:00:00+07:00');
    expect(await idsKept()).toEqual(['of the incident']);
    expect(await attachmentsOf(story.store.db, incidentId)).toMatchObject([
      { officerId: story.an.id, kind: 'photo', status: 'stored', contentType: 'image/jpeg' },
    ]);
  });

  async function idsKept() {
    return (await attachmentRows(story)).map(({ source }) => (source as { id?: string } | null)?.id);
  }

  test('nothing of it is in the log', async () => {
    await arrives(story, story.an, {
      ...{ kind: 'media', what: 'photo', source: { kind: 'url', url: 'https://cdn.example/secret' } },
    });
    downloads.nextEnds(
      { kind: 'failed', detail: 'HTTP 500' },
      { kind: 'refused', reason: 'gone', detail: '404' },
    );
    await downloads.all();
    story.wallClock.pass(2_000);
    await downloads.all();
    expect(story.log.lines.map(({ message }) => message)).toEqual(
      Array(2).fill('an attachment was not downloaded'),
    );
    expect(JSON.stringify(story.log.lines)).not.toContain('cdn.example');
    expect(JSON.stringify(story.log.lines)).not.toContain(String(jpeg));
  });
});
