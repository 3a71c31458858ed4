/** The command that backs a PostgreSQL database up, without the password: pg_dump asks for it, or reads ~/.pgpass. */
export function dumpCommand(databaseUrl: string, file: string): string {
  const url = new URL(databaseUrl);
  url.password = '';
  for (const secret of ['password', 'sslpassword']) url.searchParams.delete(secret);
  return ['pg_dump', '--format=custom', `--file=${quoted(file)}`, `--dbname=${quoted(url.href)}`].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
