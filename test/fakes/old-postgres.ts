import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface OldPostgres {
  url: string;
  close(): Promise<void>;
}

/**
 * A server that speaks PostgreSQL's wire protocol (version 3, simple queries), lets everybody in, and knows nothing but which
 * version it is. Whatever else it is asked is done, with nothing to show.
 */
export async function startOldPostgres(version: { number: number; name: string }): Promise<OldPostgres> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    let greeted = false;
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      for (;;) {
        const header = greeted ? 1 : 0;
        if (received.length < header + 4) return;
        const length = header + received.readUInt32BE(header);
        if (received.length < length) return;
        const body = received.subarray(header + 4, length).toString();
        const kind = greeted ? String.fromCharCode(received[0] ?? 0) : 'startup';
        received = received.subarray(length);
        greeted = true;
        if (kind === 'startup') socket.write(Buffer.concat([message('R', int32(0)), ready]));
        else if (kind === 'X') socket.end();
        else socket.write(Buffer.concat([...answerTo(body), ready]));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function answerTo(query: string): Buffer[] {
    if (!query.includes('server_version_num')) return [message('C', text('LISTEN'))];
    return [
      message('T', int16(2), column('number', int4Type), column('name', textType)),
      message('D', int16(2), field(String(version.number)), field(version.name)),
      message('C', text('SELECT 1')),
    ];
  }

  return {
    url: `postgres://u:bimat@127.0.0.1:${port}/nhachan`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const int4Type = 23;
const textType = 25;

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

const ready = message('Z', Buffer.from('I'));

/** Name, no table, no column of it, type, its length, no modifier, as text. */
function column(name: string, type: number): Buffer {
  return Buffer.concat([text(name), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]);
}

function field(value: string): Buffer {
  return Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
