import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { isPublicAddress } from '#bot/zalo/public-address.ts';

/** The address is not one that we fetch from, whoever names it. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

export interface OpenUrl {
  signal: AbortSignal;
  /** An origin of the operator's own (as in tests): plain http and private addresses will do there. */
  trustedOrigin?: string | undefined;
}

/**
 * Begins a GET: https only, and only to public addresses. The address that a name leads to is looked at when the
 * connection is made, so that a name cannot change its mind in between. Redirects are not followed. Rejects with
 * AddressRefused, or with what went wrong.
 */
export async function openUrl(url: URL, { signal, trustedOrigin }: OpenUrl): Promise<IncomingMessage> {
  const isTrusted = url.origin === trustedOrigin;
  if (!isTrusted && url.protocol !== 'https:') throw new AddressRefused(`not https: ${url.protocol}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Names are checked on lookup; a literal address is not looked up.
  if (!isTrusted && isIP(host) && !isPublicAddress(host)) throw new AddressRefused('not a public address');
  const get = url.protocol === 'http:' ? getHttp : getHttps;
  return new Promise((resolve, reject) => {
    const options = { signal, agent: false, ...(!isTrusted && { lookup: lookupPublic }) } as const;
    get(url, options, resolve).on('error', reject);
  });
}

/** As `dns.lookup`, but fails when any of the addresses is not public. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no address'), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new AddressRefused('not a public address'), '', 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
