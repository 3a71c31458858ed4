import { beforeEach, describe, expect, test } from 'vitest';
import type { Incident, IncidentStatus } from '#domain/incident/incident.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { changeIncident, findIncident } from '#storage/queries/incidents.ts';
import { inTransaction } from '#storage/transaction.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

let story: Story;
/** Responder at Sở Tài chính. */
let giang: StoryOfficer;

const saturday = (time: string) => `2026-12-12T${time}:00+07:00`;

beforeEach(async () => {
  story = await aProvince({ begins: saturday('02:00') });
  giang = await story.joins('Hồ Giang', ['responder', 'STC']);
});

/** Somebody says a word about the incident, and has it from then on. */
async function works(officer: StoryOfficer, { id }: Incident, status: IncidentStatus): Promise<void> {
  const now = story.clock.now();
  await inTransaction(story.store, (tx) =>
    changeIncident(tx, id, {
      ...{ handler: officer.id, status, acknowledgedAt: now, updatedAt: now, askedAgainAt: null },
    }),
  );
}

const question = 'chưa có thông tin mới. Hiện xử lý đến đâu rồi?';

describe('a severe incident that somebody handles', () => {
  test('is asked about an hour after the last word, at night too', async () => {
    const incident = await anIncident(story, { by: story.an });
    await works(giang, incident, 'acknowledged');
    await giang.receives('SC-2026-0001');
    await story.until(saturday('02:59'));
    await giang.receivesNothing();
    await story.until(saturday('03:00'));
    const asked = await giang.receives(question);
    expect(asked.text).toBe(
      'SC-2026-0001 – Sở Tài chính: mã hóa dữ liệu\nTừ 02:00 thứ Bảy 12/12 chưa có thông tin mới. ' +
        'Hiện xử lý đến đâu rồi? Anh/chị nhắn vài chữ, hoặc chọn bên dưới.',
    );
    expect(asked.buttons).toEqual(['Đã khoanh vùng', 'Bàn giao', 'Xem sự cố']);
  });

  test('a word starts the hour again', async () => {
    const incident = await anIncident(story, { by: story.an });
    await works(giang, incident, 'acknowledged');
    await story.until(saturday('03:10'));
    await giang.receives(question);
    await works(giang, incident, 'in-progress');
    await story.until(saturday('04:09'));
    await giang.receivesNothing();
    await story.until(saturday('04:10'));
    await giang.receives(question);
  });

  test('after two questions without a word everyone is alerted from the first step, and it is nobody’s again', async () => {
    const incident = await anIncident(story, { by: story.an });
    await story.binh.receives('SỰ CỐ SC-2026-0001');
    await works(giang, incident, 'acknowledged');
    await story.until(saturday('04:59'));
    await giang.receives(question);
    await giang.receives(question);
    await story.binh.receivesNothing();

    await story.until(saturday('05:00'));
    await giang.receives('đã hỏi 2 lần chưa có thông tin mới, nên tôi báo lại từ đầu');
    await giang.receives('SỰ CỐ SC-2026-0001');
    await story.binh.receives('SỰ CỐ SC-2026-0001');
    expect(await findIncident(story.store.db, incident.id)).toMatchObject({ handler: null, status: 'new' });
    await story.chi.receivesNothing();
    await story.until(saturday('05:05'));
    await story.chi.receives('SỰ CỐ SC-2026-0001');

    const kinds = (await eventsOf(story.store.db, incident.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['alerted', ...Array(3).fill('asked-again'), 'alerted', 'alerted']);
  });

  test('contained, it is asked about by day alone, and nobody is alerted again', async () => {
    const incident = await anIncident(story, { by: story.an });
    await story.binh.receives('SỰ CỐ SC-2026-0001');
    await giang.receives('SỰ CỐ SC-2026-0001');
    await works(giang, incident, 'contained');
    await story.until('2026-12-14T11:29:00+07:00');
    await giang.receivesNothing();
    // Four hours into the Monday.
    await story.until('2026-12-14T11:30:00+07:00');
    await giang.receives(question);
    await story.until('2026-12-18T23:00:00+07:00');
    expect((await story.binh.screen()).filter(({ text }) => text.startsWith('SỰ CỐ'))).toHaveLength(1);
  });
});

test('a question that is still in line when there is news is not sent', async () => {
  const incident = await anIncident(story, { by: story.an });
  await works(giang, incident, 'acknowledged');
  await giang.receives('SC-2026-0001');
  story.clock.set(saturday('03:00'));
  await story.engine.watch();
  await works(giang, incident, 'in-progress');
  await giang.receivesNothing();
});

test('looking twice at the same instant asks once', async () => {
  const incident = await anIncident(story, { by: story.an });
  await works(giang, incident, 'acknowledged');
  await giang.receives('SC-2026-0001');
  story.clock.set(saturday('03:00'));
  await Promise.all([story.engine.watch(), story.engine.watch()]);
  await giang.receives(question);
  await giang.receivesNothing();
});
