import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), !big));
  return bytes;
};
/** 居民停水通知 in Notepad's ANSI encoding in China. */
const gbk = [0xbe, 0xd3, 0xc3, 0xf1, 0xcd, 0xa3, 0xcb, 0xae, 0xcd, 0xa8, 0xd6, 0xaa];
const entry = '---\ntitle: 停水\n---\n\n正文\n';

test.each<[string, Uint8Array, ReturnType<typeof decodeText>]>([
  ['UTF-8', utf8(entry), { text: entry }],
  ['UTF-8 with a byte order mark, which stays', utf8(`\ufeff${entry}`), { text: `\ufeff${entry}` }],
  ['an empty file', new Uint8Array(), { text: '' }],
  ['a replacement character in the file', utf8('停\ufffd水'), { text: '停\ufffd水' }],
  ['a zero byte in UTF-8', utf8('停\u0000水'), { text: '停\u0000水' }],
  [
    'GBK',
    Uint8Array.from([...utf8('title: '), ...gbk, 10]),
    { text: 'title: 居民停水通知\n', coding: 'GBK' },
  ],
  ['UTF-16 with a byte order mark', utf16(`\ufeff${entry}`), { text: entry, coding: 'UTF-16' }],
  ['big-endian UTF-16', utf16(`\ufeff${entry}`, true), { text: entry, coding: 'UTF-16' }],
  ['UTF-16 without a mark', utf16(entry), { text: entry, coding: 'UTF-16' }],
  ['big-endian UTF-16 without a mark', utf16(entry, true), { text: entry, coding: 'UTF-16' }],
  [
    'UTF-16 without a mark, with zeros in the other half as well',
    utf16('---\ntitle: 一开最\n---\n\n一\n'),
    { text: '---\ntitle: 一开最\n---\n\n一\n', coding: 'UTF-16' },
  ],
  ['zero bytes in UTF-8, in both halves', utf8('a\u0000bc\u0000d'), { text: 'a\u0000bc\u0000d' }],
  [
    'UTF-8 with a damaged character whose bytes are also GBK',
    Uint8Array.from([...utf8('停水通知，请各位居民提前储水备用').slice(0, -1), ...utf8('水')]),
    { text: '停水通知，请各位居民提前储水备\ufffd水' },
  ],
  [
    'UTF-8 cut inside a character',
    utf8('停水通知，请各位居民提前储水').slice(0, -1),
    { text: '停水通知，请各位居民提前储\ufffd' },
  ],
])('%s', (_, bytes, decoded) => expect(decodeText(bytes)).toEqual(decoded));
