import ipaddr from 'ipaddr.js';
import { withoutUnseen } from '../../model/text/characters.ts';

/**
 * Hosts that the operator named, `news.campus.lan` or `news.example.cn:7001`: they may be in a private network, and with
 * a port may use that one.
 */
export type FeedHosts = readonly string[];

/** Reads the setting FEED_HOSTS: names and addresses, separated by commas or blanks. */
export const readFeedHosts = (text = ''): FeedHosts =>
  text
    .split(/[\s,，、]+/)
    .map((host) => host.replace(/^https?:\/\//i, ''))
    .map((host) => URL.parse(`http://${ipaddr.IPv6.isValid(host) ? `[${host}]` : host}`))
    .flatMap((url) => (url === null ? [] : [url.port === '' ? hostOf(url) : hostAndPort(url)]));

/** Ports on which sites are found. Others belong to other services, which a redirect must not reach. */
const webPorts = new Set(['', '80', '81', '443', '8000', '8080', '8081', '8088', '8443', '8888']);

/** The metadata service of Azure; those of other clouds are link-local or private. */
const otherInside = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public Internet. Everything with a special purpose is not: private, loopback,
 * link-local, shared (CGNAT), multicast, documentation, and IPv6 that holds an IPv4 address (mapped, NAT64, 6to4).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || otherInside.has(parsed.toString())) return false;
  // Only 2000::/3 has been assigned to the Internet; what is new elsewhere may mean anything.
  return parsed.kind() === 'ipv4' || /^[23]/.test(parsed.toString());
}

/** The IP address written in a URL, in whatever spelling; undefined for a name. */
export function literalAddress(url: URL): string | undefined {
  const host = hostOf(url);
  return ipaddr.isValid(host) ? host : undefined;
}

/** Without the brackets of IPv6 and without the dot that may end a whole name. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const hostAndPort = (url: URL): string => `${url.hostname.replace(/\.$/, '')}:${url.port}`;

/** Whether the operator named the host of this URL, and with a port, that port. */
export const isNamed = (url: URL, hosts: FeedHosts): boolean =>
  hosts.includes(hostOf(url)) || hosts.includes(hostAndPort(url));

/** Why a server must not be asked for this address, or undefined. What its name resolves to is checked later. */
export function addressProblem(url: URL, hosts: FeedHosts): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${shown(url.href)}不是网页地址，订阅的地址要以 http:// 或 https:// 开头。`;
  if (url.username !== '' || url.password !== '')
    return '地址里写着用户名或密码，没有取。请向对方单位要一个公开的订阅（RSS）地址。';
  const literal = literalAddress(url);
  if (literal !== undefined && !isPublicAddress(literal) && !isNamed(url, hosts))
    return insideSentence(url, literal);
  if (!webPorts.has(url.port) && !hosts.includes(hostAndPort(url)))
    return `网站一般不用 ${url.port} 端口，没有取。确实是对方的订阅，请网络管理员在 FEED_HOSTS 里写上“${hostAndPort(url)}”。`;
  return undefined;
}

export const insideSentence = (url: URL, address: string): string =>
  `${shown(hostOf(url))}是内部网络的地址${address === hostOf(url) ? '' : `（${address}）`}，没有取。确实是对方的订阅，请网络管理员在 FEED_HOSTS 里写上它。`;

/** Words of a stranger in quotes, safe for a terminal: on one line, without invisible characters, shortened. */
export function shown(words: string): string {
  const characters = [...withoutUnseen(words.slice(0, 400)).replaceAll(/\s+/g, ' ').trim()];
  return `“${characters.length > 80 ? `${characters.slice(0, 80).join('')}……` : characters.join('')}”`;
}
