import { type Answer, type Params, refuse } from '#test/fakes/telegram/methods.ts';

/** What people have sent that is no text: asked for by id, then fetched by path. */
export function createFiles() {
  const files = new Map<string, { path: string; bytes: Uint8Array }>();
  let count = 0;
  return {
    keep(folder: string, bytes: Uint8Array): string {
      count += 1;
      const id = `AgACAgUAAxkBAAM-${count}`;
      files.set(id, { path: `${folder}/file_${count}.bin`, bytes });
      return id;
    },
    at: (path: string) => [...files.values()].find((file) => file.path === path)?.bytes,
    forget: () => files.clear(),
    getFile(params: Params): Answer {
      const id = String(params.file_id);
      const file = files.get(id);
      if (!file) return refuse(400, 'Bad Request: invalid file_id');
      const size = file.bytes.length;
      if (size > LARGEST) return refuse(400, 'Bad Request: file is too big');
      const result = { file_id: id, file_unique_id: `u${id}`, file_size: size, file_path: file.path };
      return { ok: true, result };
    },
  };
}

/** https://core.telegram.org/bots/api#getfile: 20 MB. */
const LARGEST = 20 * 1024 * 1024;
