import process from 'node:process';
import { PGlite } from '@electric-sql/pglite';

/** The least that a program with this database can do: opens the folder it is given, says so, and stays. */
const pglite = await PGlite.create(process.argv[2] ?? '');
await pglite.query('select 1');
process.stdout.write('open\n');
setInterval(() => {}, 60_000);
