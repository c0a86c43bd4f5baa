import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { Answer, HostileServers, RawAnswer } from './hostile-servers.ts';

/** A name, the address of the feed, and what the report must say. */
export type Case = [name: string, source: string, report: string | RegExp];

const channel = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>后勤</title><link>https://a.example/</link>${items}</channel></rss>`;
const day = 'Thu, 12 Mar 2026 08:00:00 GMT';
const item = (title: string, link: string, date = day): string =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${date}</pubDate></item>`;
const good = channel(item('冬季供应时间', 'https://a.example/1'));
const read = '2026-03-12 冬季供应时间 https://a.example/1';

const sends =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };
/** Chinese in an address goes over the line as UTF-8, one character for each byte. */
const leads = (location: string, status = 302): Answer =>
  sends('', { location: Buffer.from(location).toString('latin1') }, status);
const drips =
  (text: string, every: number): RawAnswer =>
  (socket) => {
    let at = 0;
    const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), every);
    socket.on('close', () => {
      clearInterval(timer);
    });
  };
const writes =
  (text: string): RawAnswer =>
  (socket) =>
    socket.end(text);
const endless =
  (chunk: Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/xml', ...headers });
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };

const slow = '太慢';
const large = '太大，超过 8 MB';
const cut = '没有传完';
const inside = '内部网络的地址';
const manyEmpty = Buffer.concat(Array.from({ length: 3000 }, () => gzipSync('')));
const blank = Buffer.alloc(20 * 1024 * 1024, ' ');

/** Servers that keep us waiting. */
export const slowAnswers = ({ at, rawAt }: HostileServers): Case[] => [
  ['its name is never resolved', at(leads('http://never.example/')), slow],
  ['never answers', rawAt(() => undefined), slow],
  ['status line drips', rawAt(drips('HTTP/1.1 200 OK\r\n', 100)), slow],
  ['headers drip for ever', rawAt(drips('HTTP/1.1 200 OK\r\nx-a: ', 100)), slow],
  [
    'body drips',
    rawAt((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      drips(good, 20)(socket);
    }),
    slow,
  ],
];

/** Servers that answer badly. */
export const badAnswers = ({ at, rawAt }: HostileServers): Case[] => [
  ['closes at once', rawAt((socket) => socket.destroy()), /没有传完|连不上/],
  ['speaks SSH', rawAt(writes('SSH-2.0-OpenSSH_9.2\r\n')), '不合规矩'],
  ['one header of 1 MB', rawAt(writes(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1e6)}\r\n\r\n`)), '不合规矩'],
  ['5,000 headers', rawAt(writes(`HTTP/1.1 200 OK\r\n${'x: a\r\n'.repeat(50_000)}\r\n`)), '不合规矩'],
  [
    'two lengths',
    rawAt(writes('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 9\r\n\r\nabc')),
    /不合规矩|没有传完/,
  ],
  ['length of 9 GB', rawAt(writes(`HTTP/1.1 200 OK\r\ncontent-length: 9000000000\r\n\r\n${good}`)), large],
  ['length too long', rawAt(writes(`HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${good}`)), cut],
  ['length too short', rawAt(writes(`HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n${good}`)), '不完整'],
  [
    'broken chunks',
    rawAt(writes(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n${good}`)),
    '不合规矩',
  ],
  ['endless body', at(endless(Buffer.alloc(65_536, 'a'))), large],
  ['endless empty gzip', at(endless(manyEmpty, { 'content-encoding': 'gzip' })), large],
  ['gzip bomb', at(sends(gzipSync(blank), { 'content-encoding': 'gzip' })), large],
  ['brotli bomb', at(sends(brotliCompressSync(blank), { 'content-encoding': 'br' })), large],
  ['deflate bomb', at(sends(deflateSync(blank), { 'content-encoding': 'deflate' })), large],
  ['zstd bomb', at(sends(zstdCompressSync(blank), { 'content-encoding': 'zstd' })), large],
  ['bomb in a bomb', at(sends(gzipSync(gzipSync(blank)), { 'content-encoding': 'gzip, gzip' })), large],
  ['20 encodings', at(sends(good, { 'content-encoding': Array(20).fill('gzip').join() })), '不合规矩'],
  ['says gzip, is not', at(sends(good, { 'content-encoding': 'gzip' })), cut],
  ['unknown encoding', at(sends(good, { 'content-encoding': 'x-own' })), read],
  ['gzip, well', at(sends(gzipSync(good), { 'content-encoding': 'gzip' })), read],
  ['a picture', at(sends('GIF89a', { 'content-type': 'image/gif' })), '一张图片'],
  ['a film that never ends', at(endless(Buffer.alloc(65_536), { 'content-type': 'video/mp4' })), '一段视频'],
  ['a feed called HTML', at(sends(good, { 'content-type': 'text/html; charset=nonsense' })), read],
  ['status 204', at(sends('', {}, 204)), '什么也没有给'],
  ['status 304', at(sends('', {}, 304)), '（304）'],
  ['status 401', at(sends('', { 'www-authenticate': 'Basic' }, 401)), '不让看'],
  ['status 500', at(sends(good, {}, 500)), '（500）'],
];

/** Where a server may lead us. Nothing of it may reach the server inside. */
export const badRedirects = ({ at, inside: own, partner }: HostileServers): Case[] => {
  const port = own.split(':')[1] ?? '';
  const to = (location: string): string => at(leads(location));
  return [
    ['to itself for ever', at((response) => leads('?again')(response)), '转来转去'],
    ['without a target', at(sends('', {}, 302)), '没有说清转到哪里'],
    ['to half an address', to('http://'), '没有说清转到哪里'],
    ['to a file', to('file:///etc/passwd'), '不是网页地址'],
    ['to FTP', to('ftp://a.example/feed'), '不是网页地址'],
    ['to data', to(`data:text/xml,${encodeURIComponent(good)}`), '不是网页地址'],
    ['to a script', to('javascript:alert(1)'), '不是网页地址'],
    ['with a password', to(`http://root:root@${partner}/0`), '用户名或密码'],
    ['to another port here', to(`http://${own}/`), inside],
    ['to loopback in decimal', to(`http://2130706433:${port}/`), inside],
    ['to loopback in octal', to(`http://0177.0.0.1:${port}/`), inside],
    ['to loopback in hex', to(`http://0x7f.1:${port}/`), inside],
    ['to loopback in full width', to(`http://１２７.０.０.１:${port}/`), inside],
    ['to 0.0.0.0', to(`http://0.0.0.0:${port}/`), inside],
    ['to loopback in IPv6', to(`http://[::1]:${port}/`), inside],
    ['to mapped loopback', to(`http://[::ffff:127.0.0.1]:${port}/`), inside],
    ['to NAT64 loopback', to(`http://[64:ff9b::7f00:1]:${port}/`), inside],
    ['to 6to4 loopback', to(`http://[2002:7f00:1::]:${port}/`), inside],
    ['to metadata', to('http://169.254.169.254/latest/meta-data/'), inside],
    ['to metadata in IPv6', to('http://[fd00:ec2::254]/'), inside],
    ['to metadata of Azure', to('http://168.63.129.16/'), inside],
    ['to a shared address', to('http://100.100.100.200/'), inside],
    ['to a private address, status 307', at(leads('http://10.0.0.1/', 307)), inside],
    ['to localhost', to('http://localhost:8080/'), inside],
    ['to a name of loopback', to('http://loopback.example:8080/'), inside],
    ['to a name of many private ones', to('http://private.example/'), inside],
    ['to a mail server', to('http://public.example:25/'), '不用 25 端口'],
    ['to a database', to('http://public.example:6379/'), '不用 6379 端口'],
    ['to no such name', to('http://nowhere.example/'), '找不到网站'],
    ['three times, then well', at(leads(to(to(at(sends(good)))))), read],
  ];
};

/** Feeds with absurd content. */
export const badFeeds = ({ at }: HostileServers): Case[] => {
  const feed = (...items: string[]): string => at(sends(channel(items.join(''))));
  const a = 'https://a.example/1';
  const laughs = Array.from(
    { length: 12 },
    (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
  );
  const doctype = (entities: string, title: string): string =>
    good.replace('<rss', `<!DOCTYPE rss [${entities}]><rss`).replace('冬季供应时间', title);
  const json = (items: unknown): string =>
    at(sends(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'a', items })));
  return [
    ['a million laughs', at(sends(doctype(`<!ENTITY l0 "ha">${laughs.join('')}`, '&l12;'))), /.{1,200}/],
    [
      'a file as entity',
      at(sends(doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '水&x;'))),
      /^(?!.*root:)/,
    ],
    ['nested 100,000 deep', at(sends(channel('<item>'.repeat(100_000)))), /没有|不完整/],
    ['never closed', at(sends(channel(`<item><title>${'<b>'.repeat(50_000)}`))), /没有|不完整/],
    [
      '3,000 entries',
      feed(...Array.from({ length: 3000 }, (_, n) => item(`第${String(n)}条`, `${a}${String(n)}`))),
      '最后 2000 条没有看',
    ],
    ['year 0001', feed(item('水', a, '0001-01-01T00:00:00Z')), '多半是对方没有填'],
    ['year 9999', feed(item('水', a, '9999-12-31T23:59:59Z')), '还没有到'],
    ['year 275760', feed(item('水', a, '+275760-09-13T00:00:00Z')), '看不懂'],
    ['30 February', feed(item('水', a, '2026-02-30')), '没有这样的日子'],
    ['no day', feed(item('水', a, '')), '没有找到日期'],
    ['a day of 1 MB', feed(item('水', a, '1'.repeat(1e6))), '日期写了 1000000 个字'],
    ['a script as address', feed(item('水', 'javascript:alert(1)')), '不是网页'],
    ['data as address', feed(item('水', 'data:text/html,hi')), '不是网页'],
    ['an address inside', feed(item('水', 'http://192.168.1.1/')), '内部的地址'],
    ['an address in hex', feed(item('水', 'http://0x7f000001/')), '内部的地址'],
    ['a mapped address', feed(item('水', 'http://[::ffff:10.0.0.1]/')), '内部的地址'],
    ['localhost with a dot', feed(item('水', 'http://localhost./')), '内部的地址'],
    ['an address with a password', feed(item('水', 'https://a:b@a.example/')), '用户名或密码'],
    ['a port that browsers refuse', feed(item('水', 'http://a.example:22/')), '浏览器打不开'],
    ['an address of 1 MB', feed(item('水', `${a}${'x'.repeat(1e6)}`)), '原文网址太长'],
    ['a relative address', feed(item('水', '/news/7')), '2026-03-12 水 https://a.example/news/7'],
    ['the title reversed', feed(item('停水\u202e通知', a)), /没有取“停水通知”：题目里/],
    ['the title with a bell', feed(item('停水\u0007通知', a)), /没有取“停水通知”：题目里|不完整|停水通知/],
    ['the title with HTML', feed(item('&lt;img src=x onerror=alert(1)&gt;停水', a)), '2026-03-12 停水 '],
    ['a title of 5 MB', feed(item('长'.repeat(1.6e6), a)), '长……'],
    ['an empty title', feed(item(' \u200b ', a)), '没有题目'],
    ['one address for all', feed(item('水', a), item('电', a)), '原文网址和“水”的相同'],
    ['the same entry twice', feed(item('水', a), item('水', a)), /^2026-03-12 水 \S+$/],
    ['JSON with wrong types', json([null, 7, 'x', { title: {}, url: [], date_published: 0 }]), /没有/],
    [
      'JSON with __proto__',
      at(sends('{"version":"https://jsonfeed.org/version/1","items":[{"__proto__":{"title":"水"}}]}')),
      '不是订阅',
    ],
    ['JSON 50,000 deep', at(sends('['.repeat(50_000))), '不完整'],
    ['only zeros', at(sends(Buffer.alloc(100_000))), '不是订阅'],
    [
      'random bytes',
      at(sends(Buffer.from(Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 251)))),
      '不是订阅',
    ],
    [
      'colours for a terminal',
      at(sends('<title>\u001b[31m登\u001b]0;x\u0007</title>')),
      /^[^\u001b\u0007]*$/,
    ],
  ];
};
