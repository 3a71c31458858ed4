import type { AddressInfo } from 'node:net';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Log } from '#domain/log.ts';
import { hasUnits } from '#storage/queries/units.ts';
import type { Store } from '#storage/store.ts';
import { draftRoutes } from '#web/papers/routes.ts';
import { createServer } from '#web/server.ts';
import { serveAdminSocket } from '#app/admin-socket.ts';
import { runCommand } from '#app/commands/registry.ts';
import type { Config } from '#app/config.ts';
import { newId, newInviteCode } from '#app/ids.ts';
import { nextSteps } from '#app/next-steps.ts';
import { startProduct } from '#app/product.ts';
import { quotaLimitsOf } from '#app/quota-limits.ts';

interface ServeDeps {
  config: Config;
  store: Store;
  catalogue: Catalogue;
  log: Log;
}

export type Served = { kind: 'serving'; stop: () => Promise<void> } | { kind: 'port-taken' };

/** Starts everything that runs, and says where. When the port is taken all of it is stopped again. */
export async function serve(deps: ServeDeps): Promise<Served> {
  const { config, store, catalogue, log } = deps;
  let port = config.port;
  const webAddress = () => config.publicUrl ?? `http://${config.host}:${port}`;
  const product = await startProduct({ ...deps, webAddress });
  const command = {
    store,
    catalogue,
    clock: product.clock,
    newId,
    newInviteCode,
    quota: quotaLimitsOf(config),
  };
  const server = createServer({
    health: () => health(store),
    plugins: [...product.plugins, draftRoutes({ store, catalogue, clock: product.clock, newId })],
    ...(product.room ? { room: { port: product.room, boundTo: [`${config.host}:${config.port}`] } } : {}),
    log,
  });
  const stopSocket =
    config.database.kind === 'pglite'
      ? await serveAdminSocket(config.database.folder, (request) => runCommand(command, request))
      : undefined;

  async function stop(): Promise<void> {
    await server.close();
    await stopSocket?.();
    await product.stop();
    await store.close();
  }

  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    await stop();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return { kind: 'port-taken' };
    throw error;
  }
  ({ port } = server.server.address() as AddressInfo);
  console.log(nextSteps(config, port));
  return { kind: 'serving', stop };
}

async function health(store: Store): Promise<{ ok: boolean; database: string }> {
  try {
    await hasUnits(store.db);
    return { ok: true, database: store.kind };
  } catch {
    return { ok: false, database: store.kind };
  }
}
