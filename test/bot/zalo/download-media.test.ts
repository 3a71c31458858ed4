import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { downloadMedia } from '#bot/zalo/download-media.ts';
import { isPublicAddress } from '#bot/zalo/public-address.ts';
import { mediaLimitBytes } from '#domain/channel.ts';
import { startZaloServer } from '#test/fakes/zalo-server.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);

let server: Server;
let origin: string;
let answer: RequestListener;
let hungUp: PromiseWithResolvers<void>;

beforeEach(async () => {
  hungUp = Promise.withResolvers();
  server = createServer((request, response) => {
    response.on('close', () => hungUp.resolve());
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const download = (path = '/photo.jpg', settings = {}) =>
  downloadMedia('photo', `${origin}${path}`, { trustedOrigin: origin, ...settings });

const refused = (reason: string) => ({ kind: 'refused', reason });

describe('a photo', () => {
  test('comes whole, whatever its headers say', async () => {
    answer = (_, response) => response.setHeader('content-type', 'text/html').end(jpeg);
    expect(await download()).toEqual({ kind: 'fetched', contentType: 'image/jpeg', bytes: jpeg });
  });

  test('comes in drops', async () => {
    answer = (_, response) => {
      for (const byte of jpeg) response.write(Buffer.from([byte]));
      response.end();
    };
    expect(await download()).toEqual({ kind: 'fetched', contentType: 'image/jpeg', bytes: jpeg });
  });

  test('is found where the content server sends on to', async () => {
    answer = (request, response) => {
      if (request.url === '/photo.jpg') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.end(jpeg);
    };
    expect(await download()).toMatchObject({ kind: 'fetched' });
  });

  test('is what a person sent on Zalo', async () => {
    const zalo = await startZaloServer();
    const { message } = zalo.person('1001', 'An').sendsPhoto(jpeg);
    expect(await downloadMedia('photo', String(message?.photo), { trustedOrigin: zalo.root })).toMatchObject({
      kind: 'fetched',
      bytes: jpeg,
    });
    await zalo.close();
  });

  test('may have 10 MB and not a byte more, said or not', async () => {
    const largest = Buffer.concat([jpeg, Buffer.alloc(mediaLimitBytes - jpeg.length)]);
    answer = (_, response) => response.end(largest);
    expect(await download()).toMatchObject({ kind: 'fetched' });
    const larger = Buffer.concat([largest, Buffer.alloc(1)]);
    answer = (_, response) => response.end(larger);
    expect(await download()).toMatchObject(refused('too-large'));
    answer = (_, response) => {
      response.write(larger.subarray(0, 100));
      response.end(larger.subarray(100));
    };
    expect(await download()).toMatchObject(refused('too-large'));
  });

  test('is given up when the process is to stop', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await download('/photo.jpg', { signal: stop.signal })).toMatchObject({ kind: 'failed' });
    expect(await download('/photo.jpg', { signal: stop.signal })).toMatchObject({ kind: 'failed' });
  });

  test('that never ends is cut off at the limit', async () => {
    answer = (_, response) => {
      response.write(jpeg);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pour);
      pour();
    };
    expect(await download()).toMatchObject(refused('too-large'));
    await hungUp.promise;
  });
});

describe('no photo', () => {
  test('a page that calls itself a picture is not even read to its end', async () => {
    answer = (_, response) =>
      response.setHeader('content-type', 'image/jpeg').write('<html><script>alert(1)');
    expect(await download()).toMatchObject(refused('other-content'));
    await hungUp.promise;
  });

  test.each([404, 410, 403])('an address that has expired: %i', async (status) => {
    answer = (_, response) => response.writeHead(status).end();
    expect(await download()).toEqual({ ...refused('gone'), detail: `HTTP ${status}` });
  });

  test('an empty file, and a beginning without the rest', async () => {
    answer = (_, response) => response.end();
    expect(await download()).toMatchObject(refused('other-content'));
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(jpeg, () => response.destroy());
    };
    expect(await download()).toMatchObject({ kind: 'failed' });
  });

  test('a server that is ill, or does not answer', async () => {
    answer = (_, response) => response.writeHead(503).end();
    expect(await download()).toEqual({ kind: 'failed', detail: 'HTTP 503' });
    answer = () => {};
    expect(await download('/photo.jpg', { timeoutMs: 50 })).toEqual({
      kind: 'failed',
      detail: 'no answer in time',
    });
    expect(await downloadMedia('photo', 'https://zalo.invalid/1.jpg')).toEqual({
      kind: 'failed',
      detail: 'ENOTFOUND',
    });
  });

  test('sent on for ever', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await download()).toEqual({ kind: 'failed', detail: 'too many redirects' });
  });
});

describe('addresses that we do not fetch from', () => {
  test.each([
    'http://example.org/1.jpg',
    'file:///etc/passwd',
    'ftp://example.org/1.jpg',
    'data:image/png;base64,AAAA',
    'not a url',
    '',
    'https://127.0.0.1/1.jpg',
    'https://127.1/1.jpg',
    'https://2130706433/1.jpg',
    'https://0x7f.0.0.1/1.jpg',
    'https://[::1]/1.jpg',
    'https://[::ffff:10.0.0.1]/1.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://10.1.2.3/1.jpg',
    'https://localhost/1.jpg',
  ])('%s', async (address) => {
    expect(await downloadMedia('photo', address)).toMatchObject(refused('address-refused'));
  });

  test('nor does a redirect lead there', async () => {
    for (const location of ['https://192.168.1.1/x', 'http://example.org/x', 'https://localhost/x']) {
      answer = (_, response) => response.writeHead(302, { location }).end();
      expect(await download()).toMatchObject(refused('address-refused'));
    }
  });

  test.each([
    ['8.8.8.8', true],
    ['172.15.255.255', true],
    ['172.32.0.1', true],
    ['2404:6800:4005::1', true],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['169.254.1.1', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['198.51.100.7', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['2001:db8::1', false],
    ['2002:a00:1::', false],
    ['example.org', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
