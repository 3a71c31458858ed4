import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answered, decemberAnswers } from '#test/journeys/december-answers.ts';
import { newPlace, type Place } from '#test/journeys/product-process.ts';

let place: Place;
let browser: Browser;
let page: Page;
/** What the page complained about. */
const complaints: string[] = [];
/** Reporter and head of the Sở Tài chính, the coordinator. */
let officer: Locator;
let head: Locator;
let coordinator: Locator;

beforeAll(async () => {
  place = await newPlace();
  const product = await place.start({ SANDBOX_NOW: '2026-12-06T09:00:00+07:00' });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: chromiumFlags,
  });
  page = await browser.newPage({ viewport: wide, ...pictured, locale: 'vi-VN', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(product.url);
  officer = page.getByRole('region', { name: 'Điện thoại của Nguyễn Thị Thu Hà' });
  head = page.getByRole('region', { name: 'Điện thoại của Trần Quốc Bình' });
  coordinator = page.getByRole('region', { name: 'Điện thoại của Phan Anh Tuấn' });
});

afterAll(async () => {
  await browser?.close();
  await place.remove();
});

const wide = { width: 1400, height: 900 };

/** Without a sandbox of its own, which it cannot have as root, and without asking anything of the network. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let hasFailed = false;
beforeEach((chapter) => {
  chapter.skip(hasFailed, 'a chapter before it failed');
  chapter.onTestFailed(() => {
    hasFailed = true;
  });
});

describe('December 2026 in the rehearsal room', () => {
  test('three phones side by side: an officer, her head, the coordinator', async () => {
    await officer.getByText('Cán bộ báo cáo', exactly).waitFor();
    await head.getByText('Lãnh đạo', exactly).waitFor();
    await coordinator.getByText('Đầu mối tổng hợp', exactly).waitFor();
    await page.getByText('Chủ nhật, 06/12/2026').waitFor();
  });

  test('the clock is moved to the next reminder, by keyboard alone', async () => {
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe('Tới các điện thoại');
    await tabTo(page, 'Lần nhắc kế tiếp');
    expect(await focusedText(page)).toContain('thứ Hai 07/12 · 08:30');
    await page.keyboard.press('Enter');
    await page.getByText('Đồng hồ đã tới thứ Hai 07/12 · 08:30.').waitFor();
    const due = page.getByRole('region', { name: 'Những gì vừa đến hạn' });
    await due.getByText('Nhắc báo cáo', exactly).waitFor();
    await page.getByRole('button', { name: 'Đã hiểu' }).click();
  });

  test('the officer has one reminder, which names her three reports', async () => {
    const reminders = said(officer, 'Nhắc hạn: 3 báo cáo phải gửi');
    await reminders.waitFor();
    expect(await reminders.count()).toBe(1);
    const text = (await reminders.innerText()).split('\n');
    expect(text).toEqual(
      expect.arrayContaining([
        'Sở Tài chính',
        '• Báo cáo tháng 12/2026',
        '• Báo cáo quý IV/2026',
        '• Báo cáo năm 2026',
        'Gửi: Sở Khoa học và Công nghệ (đơn vị đầu mối tổng hợp).',
      ]),
    );
    expect(await said(head, 'Nhắc hạn').count()).toBe(0);
  });

  test('the coordinator and the head see who has not reported', async () => {
    await coordinator.getByRole('button', { name: 'ai chưa báo cáo?' }).click();
    const list = said(coordinator, 'Chưa báo cáo, tính đến');
    await list.waitFor();
    expect(await list.innerText()).toContain('• Sở Tài chính');
    await types(head, 'ai chua nop thang 12');
    const own = said(head, 'Tháng 12/2026');
    await own.waitFor();
    expect(await own.innerText()).toContain('Chưa gửi (1):\n• Sở Tài chính');
  });

  test('the officer begins with the keyboard: the focus goes from answer to answer', async () => {
    await officer.getByRole('log').focus();
    await tabTo(page, 'Lập báo cáo');
    await page.keyboard.press('Enter');
    await said(officer, decemberAnswers.systems[0].asks).waitFor();
    if (process.env.SCREENSHOT) await takePicture(page);
    await officer.getByRole('textbox', { name: 'Nhập tin nhắn' }).focus();
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await said(officer, decemberAnswers.systems[1].asks).waitFor();
  });

  test('and goes on to the end by clicking and typing', async () => {
    const { systems, month, quarter, year } = decemberAnswers;
    for (const answer of [...systems.slice(1), ...month, ...quarter, ...year])
      await answerOn(officer, answer);
    await said(officer, 'Anh/chị xem lại trước khi gửi').waitFor();
    await officer.getByRole('button', { name: 'Gửi 3 báo cáo' }).click();
    const receipt = said(officer, 'Đã nhận 3 báo cáo của Sở Tài chính');
    await receipt.waitFor();
    const lines = (await receipt.innerText()).split('\n');
    expect(lines.filter((line) => /^• .*: mã tiếp nhận 2612-\w{4}-\w{4}, đúng hạn$/.test(line))).toHaveLength(
      3,
    );
    expect(lines).toContain('Biên nhận này không thay văn bản đã ký.');
  });

  test('the coordinator’s list has changed', async () => {
    await types(coordinator, 'ai chưa báo cáo?');
    const lists = said(coordinator, 'Chưa báo cáo, tính đến');
    await lists.nth(1).waitFor();
    expect(await lists.nth(1).innerText()).not.toContain('Sở Tài chính');
    expect(await lists.nth(1).innerText()).toContain('Sở Y tế');
  });

  test('an incident: the head sees it at once, the coordinator with the next step, until somebody has it', async () => {
    await types(officer, 'sự cố');
    await said(officer, 'Chuyện gì đang xảy ra?').waitFor();
    await types(officer, 'máy chủ bị mã hóa hết rồi');
    await said(officer, 'Đã báo cho: Hoàng Văn Nam').waitFor();
    await said(head, 'SỰ CỐ SC-2026-0001 – Sở Tài chính').waitFor();
    expect(await said(coordinator, 'SỰ CỐ').count()).toBe(0);
    await page.getByRole('button', { name: /^Bước sự cố kế tiếp/ }).click();
    await said(coordinator, 'SỰ CỐ SC-2026-0001 – Sở Tài chính').waitFor();
    await head.getByRole('button', { name: 'Đã nhận', exact: true }).click();
    await said(officer, 'Trần Quốc Bình đã nhận xử lý sự cố SC-2026-0001.').waitFor();
  });

  test('on a phone’s width one phone at a time is shown, and nothing is cut off', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('tab', { name: 'Bình' }).click();
    await page.getByRole('tabpanel', { name: 'Điện thoại của Trần Quốc Bình' }).waitFor();
    expect(await officer.isVisible()).toBe(false);
    const narrowHead = page.getByRole('tabpanel', { name: 'Điện thoại của Trần Quốc Bình' });
    await types(narrowHead, '/chuabaocao');
    await said(narrowHead, 'Hiện không còn báo cáo nào chưa gửi.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize(wide);
  });

  test('the room speaks English too', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: /^Next reminder/ }).waitFor();
    await page
      .getByRole('region', { name: /Nguyễn Thị Thu Hà/ })
      .getByText('Reporting officer', exactly)
      .waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('button', { name: /^Lần nhắc kế tiếp/ }).waitFor();
  });

  test('the page had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});

const exactly = { exact: true };

/** Messages of the bot on a phone that begin or go on like this. */
function said(phone: Locator, words: string): Locator {
  return phone
    .getByRole('log')
    .getByRole('paragraph')
    .filter({ hasText: words.replaceAll('\n', ' ') });
}

async function types(phone: Locator, text: string): Promise<void> {
  const box = phone.getByRole('textbox', { name: 'Nhập tin nhắn' });
  await box.fill(text);
  await box.press('Enter');
}

async function answerOn(phone: Locator, answer: Answered): Promise<void> {
  await said(phone, answer.asks).last().waitFor();
  if ('types' in answer) return types(phone, answer.types);
  await phone.getByRole('button', { name: answer.taps, exact: true }).last().click();
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

/** Presses Tab until something that begins so has the focus. */
async function tabTo(page: Page, begins: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).startsWith(begins)) return;
  }
  throw new Error(`“${begins}” cannot be reached with the Tab key.`);
}

/** Every pixel of a picture stands for a little more than one of the page, so that it shows a large screen in 1400 × 900. */
const pictured = { deviceScaleFactor: 0.78125 };

/** `SCREENSHOT=1`: the room as it stands now, for the README. */
async function takePicture(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1792, height: 1152 });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: fileURLToPath(new URL('../../docs/rehearsal-room.png', import.meta.url)) });
  await page.setViewportSize(wide);
}
