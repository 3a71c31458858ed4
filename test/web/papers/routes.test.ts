import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Incident } from '#domain/incident/incident.ts';
import { draftLinkEnd, draftUrl } from '#domain/incident/draft-link.ts';
import type { PaperKind } from '#domain/incident/papers/paper-forms.ts';
import { textIn } from '#locales/text.ts';
import { addDraftLink } from '#storage/queries/draft-links.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { changeIncident } from '#storage/queries/incidents.ts';
import { inTransaction } from '#storage/transaction.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { docxText } from '#test/kit/read-zip.ts';
import { recordedIncident } from '#test/kit/recorded-incident.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import { draftRoutes } from '#web/papers/routes.ts';
import { docxType } from '#web/papers/render-paper.ts';
import { createServer } from '#web/server.ts';

const say = textIn('vi');
const secret = 'a'.repeat(43);
const url = draftUrl('', secret);

let story: Story;
let server: FastifyInstance;
let incident: Incident;

/** Saturday 12/12, 02:14: Bình, head of Sở Tài chính, has been given a link. */
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:14:00+07:00' });
  incident = await recordedIncident(story);
  const { store, catalogue, clock, newId } = story;
  server = createServer({
    health: async () => ({ ok: true }),
    plugins: [draftRoutes({ store, catalogue, clock, newId })],
    log: recordedLog(),
  });
  await gives('first');
});

afterEach(() => server.close());

async function gives(paper: PaperKind, withSecret = secret): Promise<void> {
  const at = story.clock.now();
  const link = { incidentId: incident.id, paper, officerId: story.binh.id };
  await inTransaction(story.store, (tx) =>
    addDraftLink(tx, { ...link, secret: withSecret, at, expiresAt: draftLinkEnd(at) }),
  );
}

const look = (path = url) => server.inject({ method: 'GET', url: path });
const fetch = (path = url) =>
  server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  });

async function fetched(): Promise<string[]> {
  const events = await eventsOf(story.store.db, incident.id);
  return events.filter(({ kind }) => kind === 'paper-fetched').map(({ officer }) => officer?.name ?? '');
}

describe('looking at a link', () => {
  test('shows one button and nothing of the incident, however often; no robot keeps it', async () => {
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const response = await server.inject({ method, url });
      expect(response.statusCode).toBe(200);
      expect(response.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
      });
    }
    const { body } = await look();
    expect(body).toContain(`<button>${say('paper-page-button')}</button>`);
    expect(body).toContain('width=device-width');
    expect(body).not.toMatch(/SC-2026|Sở Tài chính|<script/);
    expect(await fetched()).toEqual([]);
    expect((await look('/giay-to/draft-page.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  test('one that never was, and one that cannot be', async () => {
    for (const path of [`/giay-to/${'b'.repeat(43)}`, '/giay-to/x', "/giay-to/'%20or%201=1", `${url}a`]) {
      for (const response of [await look(path), await fetch(path)]) {
        expect(response.statusCode).toBe(404);
        expect(response.body).toContain(say('paper-page-gone'));
      }
    }
  });
});

describe('the button', () => {
  test('sends the draft once, and the timeline and the audit say so', async () => {
    const response = await fetch();
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': docxType,
      'content-disposition': 'attachment; filename="du-thao-bao-cao-ban-dau-SC-2026-0001.docx"',
      'cache-control': 'no-store',
    });
    expect(docxText(response.rawPayload)).toContain('máy chủ bị mã hóa hết rồi');
    expect(await fetched()).toEqual(['Trần Thị Bình']);
    expect(await auditRows(story, 'incident-paper-fetched')).toMatchObject([
      { actorId: story.binh.id, subjectId: incident.id },
    ]);

    for (const again of [await fetch(), await look()]) {
      expect(again.statusCode).toBe(404);
      expect(again.body).toContain('/suco');
    }
    expect(await fetched()).toHaveLength(1);
  });

  test('of two who press at once, one gets it', async () => {
    const codes = (await Promise.all([fetch(), fetch()])).map(({ statusCode }) => statusCode);
    expect(codes.sort()).toEqual([200, 404]);
    expect(await fetched()).toHaveLength(1);
  });

  test('the draft is as the record stands then', async () => {
    await inTransaction(story.store, (tx) =>
      changeIncident(tx, incident.id, { description: 'ba máy kế toán bị mã hóa' }),
    );
    expect(docxText((await fetch()).rawPayload)).toContain('ba máy kế toán bị mã hóa');
  });

  test('a day later it opens nothing', async () => {
    story.clock.set('2026-12-13T02:13:59+07:00');
    expect((await look()).statusCode).toBe(200);
    story.clock.set('2026-12-13T02:14:00+07:00');
    expect((await look()).statusCode).toBe(404);
    expect((await fetch()).statusCode).toBe(404);
  });

  test('a newer link to the same draft ends the one before; one to the other draft does not', async () => {
    await gives('closing', 'c'.repeat(43));
    expect((await look()).statusCode).toBe(200);
    await gives('first', 'd'.repeat(43));
    expect((await look()).statusCode).toBe(404);
    expect((await fetch(`/giay-to/${'d'.repeat(43)}`)).statusCode).toBe(200);
  });

  test('nor for somebody who has left the unit meanwhile', async () => {
    await leaves(story, story.binh, 'head', 'STC');
    expect((await fetch()).statusCode).toBe(404);
    expect(await fetched()).toEqual([]);
  });
});

test('only the digest of the secret is stored', async () => {
  const rows = await story.store.db.selectFrom('draftLinks').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret);
});
