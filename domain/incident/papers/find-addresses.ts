/** The IP addresses that a text names, each once, in order. */
export function ipAddressesIn(text: string): string[] {
  return each(text.match(ipAddress));
}

/** The domain names that a text names, each once, in order; those of e-mail addresses are left out. */
export function domainNamesIn(text: string): string[] {
  return each(text.match(domainName)?.map((name) => name.toLowerCase()));
}

function each(found: readonly string[] | null | undefined): string[] {
  return [...new Set(found ?? [])];
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const ipv6 =
  '(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?';
const ipAddress = new RegExp(`(?<![\\w.:])(?:${ipv4}|(?:${ipv6})(?!:))(?![\\w.]*\\w)`, 'giu');

/** A file's name has a dot too: only what ends like a domain counts. */
const domainName =
  /(?<![\w.@-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:vn|com|net|org|edu|gov|info|io|local)(?![\w-]|\.\w)/giu;
