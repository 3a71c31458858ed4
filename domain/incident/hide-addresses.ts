/**
 * Replaces what tells an attacker where and how to strike – IP addresses, hosts, ports, versions, CVE numbers – by `instead`.
 * Phone numbers, e-mail addresses, dates, amounts, document numbers and names of files stay.
 */
export function hideAddresses(text: string, instead: string): string {
  const hidden = patterns.reduce((left, pattern) => left.replace(pattern, mark), text);
  // "10.0.0.5:3389 (v2.4.1)" is hidden piece by piece and shown as one.
  return hidden.replace(/\0(?:[\s:/(),-]*\0)*/g, (run) => instead + closing(run));
}

/** Stands for what is hidden until all of it is found; no chat text holds it. */
const mark = '\0';

/** A bracket that was opened before the run is closed after it. */
function closing(run: string): string {
  const open = [...run].reduce((depth, letter) => depth + (letter === '(' ? 1 : letter === ')' ? -1 : 0), 0);
  return open < 0 ? ')' : '';
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const hex = '[0-9a-f]{1,4}';
const ipv6 = `(?:(?:${hex}:){7}${hex}|(?:${hex}:){1,7}:(?:${hex}(?::${hex})*)?|::(?:${hex}:)*${hex})`;
const portAfter = '(?::\\d{1,5})?';
const endings = 'vn|com|net|org|edu|gov|info|io|biz|top|xyz|site|online|ru|cn|onion|local|lan|internal';
const version = '\\d+(?:\\.\\d+){1,3}(?:[-_]?(?:p|r|rc|sp|beta|alpha|build)\\d*)?[a-z]?';
const products =
  'apache|nginx|iis|tomcat|openssl|openssh|php|mysql|mariadb|postgres(?:ql)?|oracle|mongodb|redis|wordpress|joomla|drupal|' +
  'exchange|sharepoint|windows|ubuntu|centos|debian|redhat|rhel|esxi|vcenter|vmware|fortios|fortigate|cisco|ios|android|' +
  'java|jdk|node(?:\\.?js)?|python|\\.net|log4j|struts|spring|jenkins|gitlab|zimbra|moodle|liferay|smb';

/** Wider ones first: what is left of an address would not be recognised by itself. */
const patterns: RegExp[] = [
  /\bcve[-–\s]?\d{4}[-–\s]\d{4,7}\b/giu,
  // The whole of a link: its path, too, says what runs there.
  /\b(?:https?|hxxps?|ftps?|sftp|ssh|rdp|smb|ldaps?|wss?|tcp|udp|jdbc:\w+):\/\/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)]/giu,
  new RegExp(`(?<![\\w.:])\\[?${ipv6}\\]?(?:\\/\\d{1,3})?${portAfter}(?![\\w:])`, 'giu'),
  new RegExp(`(?<![\\w.])${ipv4}(?:\\/\\d{1,2})?${portAfter}(?![\\w.]*\\w)`, 'gu'),
  // Written so that nothing makes a link of it.
  new RegExp(`(?<![\\w.])${octet}(?:\\s?(?:\\[\\.\\]|\\(\\.\\))\\s?${octet}){3}${portAfter}`, 'gu'),
  new RegExp(
    `(?<![\\w.@-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.|\\[\\.\\]))+(?:${endings})(?![\\w-]|\\.\\w)${portAfter}(?:\\/[^\\s]*[^\\s.,;:!?)])?`,
    'giu',
  ),
  /(?<![\p{L}\p{N}])(?:cổng|port|ports)\s*(?:số\s*)?:?\s*\d{1,5}(?:\s*(?:,|và|-|–|\/)\s*\d{1,5})*(?:\/(?:tcp|udp))?(?![\p{L}\p{N}])/giu,
  /(?<![\w.])\d{1,5}\/(?:tcp|udp)\b/giu,
  /(?<![\p{L}\p{N}])(?:phiên bản|bản vá|phien ban|version|ver\.?|firmware|build)\s*:?\s*v?\d[\w.-]*(?<![.-])/giu,
  new RegExp(`(?<![\\p{L}\\p{N}])v\\.?\\s?${version}(?![\\w.]*\\w)`, 'giu'),
  new RegExp(
    `(?<=(?<![\\p{L}\\p{N}])(?:${products})[\\s/_-]{0,2}(?:server\\s?)?)v?${version}(?![\\w.]*\\w)`,
    'giu',
  ),
  // Three parts: neither a date (its last has four digits) nor an amount (its groups have three).
  /(?<![\w./-])(?!\d{1,2}\.\d{1,2}\.\d{4}(?!\d))(?!\d{1,3}(?:\.\d{3})+(?!\d))\d{1,3}\.\d{1,3}\.\d{1,5}(?:\.\d{1,5})?(?![\w.]*\w)/gu,
];
