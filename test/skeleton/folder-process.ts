import process from 'node:process';
import { openPglite } from '#storage/open-pglite.ts';

/** Opens the data folder that it is given, says so, and keeps it open. */
const { folder }: { folder: string } = JSON.parse(process.argv[2] ?? '');
await openPglite(folder).then(
  () => console.log('open'),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    process.exit(3);
  },
);
setInterval(() => {}, 60_000);
