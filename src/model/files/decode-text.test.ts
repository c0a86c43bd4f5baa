import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, big = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), !big));
  return bytes;
};
/** 居民停水通知 as Notepad's ANSI has it in China. */
const gbk = [0xbe, 0xd3, 0xc3, 0xf1, 0xcd, 0xa3, 0xcb, 0xae, 0xcd, 0xa8, 0xd6, 0xaa];
const entry = '---\ntitle: 停水\n---\n\n正文\n';

test.each<[string, Uint8Array, ReturnType<typeof decodeText>]>([
  ['UTF-8', utf8(entry), { text: entry }],
  ['UTF-8 with its mark, which stays', utf8(`\ufeff${entry}`), { text: `\ufeff${entry}` }],
  ['nothing', new Uint8Array(), { text: '' }],
  ['a lost character that was saved as one', utf8('停\ufffd水'), { text: '停\ufffd水' }],
  ['a zero amid UTF-8', utf8('停\u0000水'), { text: '停\u0000水' }],
  [
    'GBK',
    Uint8Array.from([...utf8('title: '), ...gbk, 10]),
    { text: 'title: 居民停水通知\n', coding: 'GBK' },
  ],
  ['UTF-16 with its mark', wide(`\ufeff${entry}`), { text: entry, coding: 'UTF-16' }],
  ['UTF-16 the other way round', wide(`\ufeff${entry}`, true), { text: entry, coding: 'UTF-16' }],
  ['UTF-16 without a mark', wide(entry), { text: entry, coding: 'UTF-16' }],
  ['UTF-16 the other way round without a mark', wide(entry, true), { text: entry, coding: 'UTF-16' }],
  [
    'UTF-16 without a mark, with letters that hold a zero on the other side',
    wide('---\ntitle: 一开最\n---\n\n一\n'),
    { text: '---\ntitle: 一开最\n---\n\n一\n', coding: 'UTF-16' },
  ],
  ['zeros amid UTF-8, on both sides', utf8('a\u0000bc\u0000d'), { text: 'a\u0000bc\u0000d' }],
  [
    'UTF-8 with a damaged character whose bytes are GBK as well',
    Uint8Array.from([...utf8('停水通知，请各位居民提前储水备用').slice(0, -1), ...utf8('水')]),
    { text: '停水通知，请各位居民提前储水备\ufffd水' },
  ],
  [
    'UTF-8 cut within a character',
    utf8('停水通知，请各位居民提前储水').slice(0, -1),
    { text: '停水通知，请各位居民提前储\ufffd' },
  ],
])('%s', (_, bytes, decoded) => expect(decodeText(bytes)).toEqual(decoded));
