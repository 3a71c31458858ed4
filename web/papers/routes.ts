import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { draftPath, isDraftSecret } from '#domain/incident/draft-link.ts';
import { draftPage, gonePage } from '#web/papers/draft-page.ts';
import { type DraftDeps, draftBehind, fetchDraft } from '#web/papers/fetch-draft.ts';
import { docxType } from '#web/papers/render-paper.ts';

interface DraftRequest {
  Params: { secret: string };
}

/**
 * Where drafts are fetched: `GET` shows a page with one button and changes nothing, so that a robot that looks at links
 * in chats takes nothing away; the button posts, which uses the link up and sends the draft. What was used, has expired
 * or never was answers alike: 404 and how to get another one.
 */
export function draftRoutes(deps: DraftDeps): FastifyPluginAsync {
  return async (scope) => {
    const style = await readFile(new URL('./draft-page.css', import.meta.url));
    // A form without fields; nothing of its body is wanted.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async () => undefined,
    );
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
    });

    scope.get(`${draftPath}/draft-page.css`, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(style),
    );
    scope.get<DraftRequest>(`${draftPath}/:secret`, async ({ params: { secret } }, reply) => {
      const draft = isDraftSecret(secret) ? await draftBehind(deps, secret) : undefined;
      if (!draft) return gone(reply);
      return reply.type(htmlType).send(draftPage(draft.language));
    });
    scope.post<DraftRequest>(`${draftPath}/:secret`, { bodyLimit: 1024 }, async (request, reply) => {
      const { secret } = request.params;
      const paper = isDraftSecret(secret) ? await fetchDraft(deps, secret) : undefined;
      if (!paper) return gone(reply);
      return reply
        .type(docxType)
        .header('content-disposition', `attachment; filename="${paper.fileName}"`)
        .send(paper.content);
    });
  };
}

function gone(reply: FastifyReply): FastifyReply {
  return reply.code(404).type(htmlType).send(gonePage());
}

const htmlType = 'text/html; charset=utf-8';
