import type { RawFeedEntry } from './feed-entries.ts';

/** The absolute address of an entry's page, or why there is none that readers can open. */
export function linkOf(
  entry: RawFeedEntry,
  address: string | undefined,
): { url: string } | { reason: string } {
  const [first] = entry.links;
  if (first === undefined) return { reason: '没有找到原文网址' };
  const base = baseOf(entry, address);
  const found = entry.links.map((link) => whole(link.trim(), base));
  return found.find((link) => 'url' in link) ?? found[0] ?? { reason: '没有找到原文网址' };
}

/** `xml:base` from the inside out, then the page of the feed, then the address of the feed. */
function baseOf({ bases, home }: RawFeedEntry, address: string | undefined): URL | undefined {
  const found = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const page = home.map((each) => URL.parse(each.trim(), found)).find((url) => url !== null);
  return bases.reduceRight<URL | undefined>((outer, each) => URL.parse(each, outer) ?? outer, page ?? found);
}

function whole(link: string, base: URL | undefined): { url: string } | { reason: string } {
  // `www.a.example/1` without a scheme would be treated as a file next to the feed.
  const host = /^((?:[\w-]+\.)+[a-z]{2,})(?:[/?#:]|$)/i.exec(link)?.[1];
  const isHost = host !== undefined && (/^www\./i.test(host) || host.toLowerCase() === base?.hostname);
  const url = URL.parse(isHost ? `${base?.protocol ?? 'http:'}//${link}` : link, base);
  if (url === null) return { reason: `原文网址“${link}”不完整，也不知道是哪个网站的` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { reason: `原文网址“${link}”不是网页` };
  if (isInside(url.hostname)) return { reason: `原文网址“${link}”是对方单位内部的地址，读者打不开` };
  return { url: url.href };
}

/** Host names and addresses of private networks (RFC 1918, 6761, 6762). */
function isInside(host: string): boolean {
  if (/^(?:10|127|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(host)) return true;
  return !host.includes('.') || /\.(?:local|localhost|lan|internal)$/.test(host);
}
