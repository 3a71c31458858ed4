/** Keys in the file's order, each with the names of the values in its text. */
export function messagesOf(ftl: string): { key: string; names: string[] }[] {
  const messages: { key: string; body: string }[] = [];
  for (const line of ftl.split('\n')) {
    const start = /^([a-z][a-z0-9-]*)\s*=(.*)$/.exec(line);
    const last = messages.at(-1);
    if (start) messages.push({ key: start[1] ?? '', body: start[2] ?? '' });
    else if (last && /^\s/.test(line)) last.body += `\n${line}`;
  }
  return messages.map(({ key, body }) => ({ key, names: valueNames(body) }));
}

function valueNames(body: string): string[] {
  const names = [...body.matchAll(/\$([a-z][A-Za-z0-9]*)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
