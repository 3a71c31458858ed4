import { expect, test } from 'vitest';
import { encodeTap } from '#domain/callback.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { aProvince } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { docxText } from '#test/kit/read-zip.ts';
import { draftRoutes } from '#web/papers/routes.ts';
import { createServer } from '#web/server.ts';

test('what An wrote at two in the morning stands in the draft that Bình fetches at eight', async () => {
  const story = await aProvince({ begins: '2026-12-12T02:14:00+07:00' });
  const { an, binh, store, catalogue, clock, newId } = story;
  await an.types('máy chủ kế toán 10.20.3.15 bị mã hóa hết rồi, đuôi .lockbit');
  await story.delivered();
  const [incident] = await openIncidents(store.db);
  if (!incident) throw new Error('nothing was recorded');

  await story.until('2026-12-12T08:00:00+07:00');
  await tapsData(story, binh, encodeTap('inc', 'paper', incident.id, 'first'));
  const typed = [
    ...['12 Trần Phú, phường Trung Tâm', '0235 3852 641', 'vanthu@stc.tinh.gov.vn'],
    ...[
      '0912 345 678',
      'an.nv@stc.tinh.gov.vn',
      'mở máy thấy thư đòi tiền chuộc, tệp bị mã hóa',
      'đã gọi PA05',
    ],
  ];
  for (const text of typed) await binh.types(text);
  const { text } = await binh.receives('bản dự thảo');
  const [url = ''] = /\/giay-to\/\S+/.exec(text) ?? [];

  const plugins = [draftRoutes({ store, catalogue, clock, newId })];
  const server = createServer({ health: async () => ({ ok: true }), plugins, log: recordedLog() });
  const response = await server.inject({ method: 'POST', url });
  await server.close();
  const draft = docxText(response.rawPayload);
  for (const said of typed) expect(draft).toContain(said);
  expect(draft).toContain('máy chủ kế toán 10.20.3.15 bị mã hóa hết rồi, đuôi .lockbit');
  expect(draft).toContain('10.20.3.15 (được nhắc trong hồ sơ, cần kiểm tra lại)');
  expect(draft).toContain('Loại sự cố: ');
  expect(draft).toContain('02 giờ 14 phút');
  expect(draft).toContain('Nguyễn Văn An, 02:14 12/12/2026, qua Phòng diễn tập: báo sự cố');
  expect(draft).toContain('Trần Thị Bình, 08:00 12/12/2026, qua Phòng diễn tập: trả lời cho dự thảo');
  // Nobody was told the address in a chat.
  const screens = [...(await an.screen()), ...(await binh.screen())];
  expect(screens.filter((seen) => seen.text.includes('10.20.3.15'))).toEqual([]);
});
