import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Room } from './room.ts';

/** `GET /` and the files that the page loads, read once at the start: nothing of a request reaches the file system. */
export async function pageRoutes(scope: FastifyInstance, room: Room): Promise<void> {
  const files = await pageFiles();
  const page = fillIn(files.get('index.html')?.toString() ?? '', room);
  scope.get('/', async (_request, reply) => reply.type(types['.html']).send(page));
  scope.get<{ Params: { file: string } }>('/rehearsal/page/:file', async (request, reply) => {
    const { file } = request.params;
    const content = file === 'index.html' ? undefined : files.get(file);
    if (!content) return reply.callNotFound();
    return reply.type(types[extname(file)] ?? 'application/octet-stream').send(content);
  });
}

const folder = new URL('./page/', import.meta.url);
const types: Record<string, string> & { '.html': string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function pageFiles(): Promise<Map<string, Buffer>> {
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder))] as const)),
  );
}

/** The texts in both languages, so that changing the language asks for nothing; and those that are read without scripts. */
function fillIn(html: string, room: Room): string {
  const texts = { vi: room.texts('vi'), en: room.texts('en') };
  // "<" could end the script element early.
  const json = JSON.stringify({ language: room.language, texts }).replaceAll('<', '\\u003c');
  return html
    .replaceAll(/%(room-[a-z0-9-]+)%/g, (_whole, key: string) => escapeHtml(texts[room.language][key] ?? key))
    .replace('"%texts%"', () => json);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
