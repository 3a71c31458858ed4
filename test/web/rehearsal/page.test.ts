import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { plainTexts } from '#locales/text.ts';
import { createRoomServer } from '#test/fakes/room-server.ts';

const room = createRoomServer();
afterAll(() => room.server.close());

const folder = new URL('../../../web/rehearsal/page/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'index.html');

describe('the page', () => {
  test('is served with its words in both languages', async () => {
    const page = await room.get('/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<title>Nhắc Hạn – phòng diễn tập</title>');
    const embedded = JSON.parse(/<script id="texts"[^>]*>(.*)<\/script>/.exec(page.body)?.[1] ?? '');
    expect(embedded.language).toBe('vi');
    expect(embedded.texts.vi['room-jump-deadline']).toBe('Hạn kế tiếp');
    expect(embedded.texts.en['room-jump-deadline']).toBe('Next deadline');
  });

  test('a word that looks like markup stays a word', async () => {
    const { server, room: port, get } = createRoomServer();
    port.texts = () => ({ 'room-title': '</script><b>"', 'room-guide': '</script>' });
    const { body } = await get('/');
    expect(body).toContain('<title>&lt;/script>&lt;b>&quot;</title>');
    expect(body).toContain('"room-guide":"\\u003c/script>"');
    await server.close();
  });

  test('has every word that it asks for, in both languages', () => {
    const asked = [...files, 'index.html']
      .flatMap((name) => [
        ...readFileSync(new URL(name, folder), 'utf8').matchAll(/['"%](room-[a-z0-9-]+)['"%]/g),
      ])
      .map((match) => match[1]);
    expect(new Set(asked).size).toBeGreaterThan(40);
    for (const language of ['vi', 'en'] as const) {
      const texts = plainTexts(language, 'room-');
      expect(asked.filter((key) => !(key && key in texts))).toEqual([]);
    }
  });

  test('loads nothing from elsewhere and runs nothing inline', async () => {
    const { body } = await room.get('/');
    const sources = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
    expect(
      sources.filter((source) => !source?.startsWith('/rehearsal/page/') && source !== '#phones'),
    ).toEqual([]);
    expect(body).not.toMatch(/\son[a-z]+=|\sstyle=|<style/);
  });
});

describe('its files', () => {
  test.each(files)('%s is served as what it is', async (name) => {
    const answer = await room.get(`/rehearsal/page/${name}`);
    const types = {
      css: 'text/css; charset=utf-8',
      js: 'text/javascript; charset=utf-8',
      svg: 'image/svg+xml',
    };
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe(types[name.split('.')[1] as keyof typeof types]);
  });

  test.each(['index.html', 'none.js', '..%2froutes.ts', '..%2f..%2f..%2fpackage.json', '%2fetc%2fpasswd'])(
    '%s is not one of them',
    async (name) => {
      expect((await room.get(`/rehearsal/page/${name}`)).statusCode).toBe(404);
    },
  );
});
