import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { expandIPv6 } from 'hono/utils/ipaddr';

/**
 * The IP address of the reader or editor. Each proxy adds the address that it saw at the end of X-Forwarded-For, so the
 * n-th from the end is true if there are n proxies. What stands before it, the client may have written itself.
 */
export function clientAddress(c: Context, proxies: number): string {
  const direct = plainAddress(getConnInfo(c).remote.address ?? '') ?? 'unknown';
  if (proxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').at(-proxies) ?? '';
  return plainAddress(forwarded) ?? direct;
}

/**
 * The addresses that count as one place: an IPv4 address, or the /64 of an IPv6 address, from which every machine may
 * choose as many addresses as it likes.
 */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${expandIPv6(address.split('%', 1)[0]!).split(':').slice(0, 4).join(':')}::/64`;
}

/** An address without port, brackets or the prefix of an IPv4 address on an IPv6 socket; undefined if it is none. */
function plainAddress(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const kind = isIP(bare);
  if (kind !== 6) return kind === 4 ? bare : undefined;
  const whole = expandIPv6(bare.split('%', 1)[0]!);
  const mapped = /^(?:0000:){5}ffff:([0-9a-f]{2})([0-9a-f]{2}):([0-9a-f]{2})([0-9a-f]{2})$/.exec(whole);
  if (!mapped) return whole;
  return mapped
    .slice(1)
    .map((pair) => String(Number.parseInt(pair, 16)))
    .join('.');
}
