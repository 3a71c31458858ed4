import { beforeEach, describe, expect, test } from 'vitest';
import type { Incident } from '#domain/incident/incident.ts';
import { textIn } from '#locales/text.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { incidentRows, timelineRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const number = 'SC-2026-0001';

let story: Story;
/** Responder at Sở Tài chính, where Bình is the head. */
let nam: StoryOfficer;
let incident: Incident;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00' });
  nam = await story.joins('Hoàng Văn Nam', ['responder', 'STC']);
  incident = await anIncident(story, { by: story.an });
  await nam.receives(number);
  await story.binh.receives(number);
});

async function statusOf(): Promise<unknown> {
  return (await incidentRows(story))[0]?.status;
}

describe('“đã nhận”', () => {
  test.each(['đã nhận', 'tôi xử lý', 'ok da nhan'])(
    'typed as “%s”: everyone hears whose it is',
    async (word) => {
      await nam.types(word);
      await nam.receives('Anh/chị đã nhận SC-2026-0001 – Sở Tài chính');
      for (const officer of [story.an, story.binh]) {
        await officer.receives(say('incident-taken', { number, name: 'Hoàng Văn Nam' }));
      }
      expect(await statusOf()).toBe('acknowledged');
      expect(await auditRows(story, 'incident-acknowledged')).toMatchObject([{ actorId: nam.id }]);
    },
  );

  test('stops the escalation: nobody else is woken', async () => {
    await nam.taps(say('button-incident-ack'));
    await story.until('2026-12-12T03:00:00+07:00');
    await story.chi.receivesNothing();
    await nam.receives('Anh/chị đã nhận');
  });

  test('tapped twice is one word; by a second person it is an offer to take it over', async () => {
    const ack = await dataOf(story, nam, say('button-incident-ack'));
    await Promise.all([tapsData(story, nam, ack), tapsData(story, nam, ack)]);
    expect(await auditRows(story, 'incident-acknowledged')).toHaveLength(1);
    await story.binh.taps(say('button-incident-ack'));
    await story.binh.receives('Hoàng Văn Nam đã nhận SC-2026-0001');
    await story.binh.taps(say('button-incident-take'));
    await story.binh.receives('Anh/chị đã nhận');
    await nam.receives(say('incident-taken-over', { number, name: 'Trần Thị Bình' }));
    expect(await incidentRows(story)).toMatchObject([{ handledBy: 'Trần Thị Bình' }]);
  });

  test('of two incidents: which one?', async () => {
    await anIncident(story, { by: story.an, text: 'web bị hack' });
    await nam.types('đã nhận');
    const asked = await nam.receives(say('incident-which-acknowledge'));
    expect(asked.buttons).toHaveLength(2);
    expect(await statusOf()).toBe('new');
  });

  test('from somebody who was not alerted and may not handle it means nothing', async () => {
    await tapsData(story, story.dung, `inc:ack:${incident.id}`);
    await story.dung.receives(say('incident-none-such'));
    await tapsData(story, story.an, `inc:ack:${incident.id}`);
    await story.an.receives(say('incident-not-yours'));
    expect(await statusOf()).toBe('new');
  });
});

describe('whoever handles it', () => {
  beforeEach(async () => {
    await nam.types('đã nhận');
    await nam.receives('Anh/chị đã nhận');
    await story.an.receives('đã nhận xử lý');
    await story.binh.receives('đã nhận xử lý');
  });

  test('writes updates by plain reply, and takes one back', async () => {
    await nam.types('đã rút dây mạng 2 máy');
    await nam.receives(say('incident-update-noted', { number, text: 'đã rút dây mạng 2 máy' }));
    await story.an.receives('đã rút dây mạng 2 máy');
    expect(await statusOf()).toBe('in-progress');
    await nam.taps(say('button-incident-undo'));
    await nam.receives(say('incident-update-removed'));
    await nam.taps(say('button-incident-more'));
    expect((await nam.receives('Diễn biến:')).text).not.toContain('đã rút dây mạng');
  });

  test('says that it is contained: the head and the reporter hear it', async () => {
    await nam.taps(say('button-incident-contained'));
    for (const officer of [story.an, story.binh]) {
      await officer.receives('SC-2026-0001: đã khoanh vùng (Hoàng Văn Nam).');
    }
    expect(await statusOf()).toBe('contained');
  });

  test('hands it over: it stays theirs until the other says yes', async () => {
    await nam.taps(say('button-incident-hand-over'));
    await nam.taps('Trần Thị Bình');
    await nam.receives(say('incident-hand-over-waiting', { name: 'Trần Thị Bình' }));
    expect(await incidentRows(story)).toMatchObject([{ handledBy: 'Hoàng Văn Nam' }]);
    await story.binh.receives('đề nghị anh/chị nhận xử lý');
    await story.binh.taps(say('button-incident-take'));
    await nam.receives(say('incident-taken-over', { number, name: 'Trần Thị Bình' }));
    expect(await incidentRows(story)).toMatchObject([{ handledBy: 'Trần Thị Bình' }]);
  });

  test('lowers the severity with a reason, which stands in the timeline and stays', async () => {
    await nam.taps(say('button-incident-more'));
    await nam.taps(say('button-incident-lower'));
    await nam.receives(say('incident-severity-why', { number, severity: 'thông thường' }));
    await nam.types('chỉ một máy thử nghiệm');
    await nam.receives(say('incident-severity-set', { number, severity: 'thông thường' }));
    await story.binh.receives('chỉ một máy thử nghiệm');
    await story.an.types('máy thứ hai cũng bị mã hóa, đang lan rộng');
    expect(await incidentRows(story)).toMatchObject([{ severity: 'ordinary' }]);
    expect((await timelineRows(story)).map(([kind]) => kind)).toContain('severity');
  });

  test('asks for help: the coordinators are woken', async () => {
    await nam.taps(say('button-incident-help'));
    await nam.types('cần công cụ giải mã');
    await story.chi.receives('cần công cụ giải mã');
    await nam.receives(say('incident-help-sent', { names: 'Lê Thị Chi' }));
  });

  test('changes their mind about a question by looking at the incident', async () => {
    await nam.taps(say('button-incident-help'));
    await nam.taps(say('button-incident-never-mind'));
    await nam.types('đã khôi phục máy chủ');
    await nam.receives(say('incident-update-noted', { number, text: 'đã khôi phục máy chủ' }));
    await story.chi.receivesNothing();
  });

  test('closes it with cause, damage, measures and lessons; figures and papers follow', async () => {
    await nam.taps(say('button-incident-contained'));
    await nam.taps(say('button-incident-close'));
    for (const [index, answer] of ['thư giả mạo', 'không', 'cài lại máy', 'tập huấn lại'].entries()) {
      await nam.receives(`Câu ${index + 1}/4.`);
      await nam.types(answer);
    }
    const asked = await nam.receives('Nguyên nhân: thư giả mạo');
    expect(asked.buttons[0]).toBe(say('button-incident-close-yes'));
    await nam.taps(say('button-incident-closing-edit', { label: 'Thiệt hại' }));
    await nam.types('mất 2 ngày số liệu');
    await nam.receives('Thiệt hại: mất 2 ngày số liệu');
    await nam.taps(say('button-incident-close-yes'));
    await nam.receives(say('incident-closed-done', { number }));
    await story.binh.receives('đã đóng (Hoàng Văn Nam)');
    expect(await incidentRows(story)).toMatchObject([
      {
        status: 'closed',
        closing: {
          ...{ cause: 'thư giả mạo', damage: 'mất 2 ngày số liệu' },
          ...{ measures: 'cài lại máy', lessons: 'tập huấn lại' },
        },
      },
    ]);
    await nam.types('còn gì nữa không');
    await nam.receives(say('not-understood'));
  });
});

describe('“báo nhầm”', () => {
  test('typed by the reporter: asked once, then called off to everyone who was alerted', async () => {
    await story.an.types('nhầm, quên mật khẩu thôi');
    await story.an.receives('Báo nhầm SC-2026-0001');
    await story.binh.receivesNothing();
    await story.an.taps(say('button-incident-alarm-yes'));
    for (const officer of [nam, story.binh]) await officer.receives('xác nhận không có sự cố');
    await story.until('2026-12-12T04:00:00+07:00');
    await story.chi.receivesNothing();
    expect(await statusOf()).toBe('false-alarm');
  });

  test('and taken back: the alarm goes out again', async () => {
    await nam.taps(say('button-incident-alarm'));
    await nam.taps(say('button-incident-alarm-yes'));
    await story.binh.receives('xác nhận không có sự cố');
    story.clock.set('2026-12-12T02:20:00+07:00');
    await nam.taps(say('button-incident-reopen'));
    await nam.receives(say('incident-reopened', { number }));
    await story.binh.receives('SỰ CỐ SC-2026-0001');
    expect(await statusOf()).toBe('new');
  });
});

describe('several incidents', () => {
  test('are listed by right, the newest first', async () => {
    await anIncident(story, { by: story.dung, at: 'SYT', text: 'lộ dữ liệu bệnh nhân' });
    await story.chi.types('sự cố nào đang mở?');
    const all = await story.chi.receives(say('incident-list-title', { count: 2 }));
    expect(all.text.indexOf('SC-2026-0002')).toBeLessThan(all.text.indexOf('SC-2026-0001'));
    await nam.types('sự cố nào đang mở?');
    expect((await nam.receives(say('incident-list-title', { count: 1 }))).text).not.toContain('Sở Y tế');
  });

  test('the same reported twice is linked to one, and can be taken apart again', async () => {
    await anIncident(story, { by: story.binh, text: 'phòng kế toán mất hết file' });
    await nam.receives('SC-2026-0002');
    await tapsData(story, nam, `inc:dup:${(await incidentRows(story))[1]?.id}`);
    await nam.taps('SC-2026-0001 – Sở Tài chính: mã hóa dữ liệu');
    await nam.receives(say('incident-duplicate-done', { number: 'SC-2026-0002', main: number }));
    await story.binh.receives(say('incident-duplicate-told', { number: 'SC-2026-0002', main: number }));
    expect((await incidentRows(story)).map(({ status }) => status)).toEqual(['new', 'duplicate']);
    await nam.taps(say('button-incident-unlink'));
    await nam.receives(say('incident-unlinked', { number: 'SC-2026-0002', main: number }));
    expect((await incidentRows(story)).map(({ status }) => status)).toEqual(['new', 'new']);
  });
});

describe('other units are warned', () => {
  test('by a coordinator, after a look at what goes out; the unit is not named', async () => {
    await tapsData(story, story.chi, `inc:warn:${incident.id}`);
    await story.chi.taps(say('button-incident-warn-all', { count: 1 }));
    await story.chi.types('không mở thư có tệp .iso');
    const preview = await story.chi.receives('không mở thư có tệp .iso');
    expect(preview.buttons[0]).toBe(say('button-incident-warn-send'));
    await story.dung.receivesNothing();
    await story.chi.taps(say('button-incident-warn-send'));
    const told = await story.dung.receives('CẢNH BÁO AN TOÀN THÔNG TIN: không mở thư có tệp .iso');
    expect(told.text).not.toContain('Sở Tài chính');
  });

  test('whoever gets it says so, by a tap or by “đã nhận”; of an incident and a warning, which?', async () => {
    const mai = await story.joins('Đỗ Thị Mai', ['responder', 'SYT']);
    await tapsData(story, story.chi, `inc:warn:${incident.id}`);
    await story.chi.taps(say('button-incident-warn-all', { count: 1 }));
    await story.chi.types('không mở thư có tệp .iso');
    await story.chi.taps(say('button-incident-warn-send'));
    await mai.receives('không mở thư có tệp .iso');
    await anIncident(story, { by: story.dung, at: 'SYT', text: 'web bị hack' });
    await mai.types('đã nhận');
    const asked = await mai.receives(say('incident-which-acknowledge'));
    expect(asked.buttons).toEqual([
      expect.stringContaining('SC-2026-0002'),
      say('button-incident-warning', { text: 'không mở thư có tệp .iso' }),
    ]);
    await mai.taps(say('button-incident-warning', { text: 'không mở thư có tệp .iso' }));
    await mai.receives(say('incident-warning-received'));
    await tapsData(story, story.chi, `inc:view:${incident.id}`);
    await story.chi.receives(say('incident-view-warned', { acknowledged: 1, sent: 1 }));
    expect(await auditRows(story, 'warning-acknowledged')).toMatchObject([{ actorId: mai.id }]);
  });
});

describe('what is counted', () => {
  test('the month’s report proposes the incidents of the window, and none of a drill or a false alarm', async () => {
    await anIncident(story, { by: story.an, drill: true });
    await story.at('2026-12-14T09:00:00+07:00');
    await story.an.types('/baocao tháng 12');
    await story.an.types('0');
    const asked = await story.an.receives(say('question-known', { figures: '1' }));
    expect(asked.buttons).toContain(say('button-known', { figures: '1' }));
    await story.an.taps(say('button-known', { figures: '1' }));
    await story.an.receives(say('button-known', { figures: '0 0 0 0 0 1 0 0 0 0' }).replace(/.*: /, ''));
  });
});

describe('heads and coordinators', () => {
  test('hear in the morning how it stands, and not once it is closed', async () => {
    await nam.types('đã nhận');
    await story.binh.receives('đã nhận xử lý');
    await story.at('2026-12-12T08:05:00+07:00');
    await story.binh.receives('Sự cố đang mở');
    expect((await story.chi.receives('Sự cố đang mở')).text).toContain('Hoàng Văn Nam phụ trách');
  });
});

test('without buttons the whole way goes by numbers and words', async () => {
  const onZalo = withoutButtons(story, nam);
  await onZalo.types('1');
  await onZalo.receives('Anh/chị đã nhận');
  await onZalo.types('Đã khoanh vùng');
  await story.binh.receives('đã khoanh vùng');
});
