import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { fileFinder } from '../files/file-finder.ts';
import { namesFile, targetOf } from './target-of.ts';

const find = fileFinder(['a/表.pdf', 'a/图/b.pdf', 'a/http.pdf', 'b/secret.pdf']);

const kinds: readonly (readonly [kind: string, addresses: readonly string[]])[] = [
  ['empty', ['', ' ', '\t\n', '\u00a0']],
  [
    'external',
    [
      'https://example.cn',
      'HTTP://EXAMPLE.CN:8080/a?b#c',
      ' https://example.cn/ ',
      'https://示例.中国/页',
      'https://xn--fiqs8s/',
      'https://user:word@example.cn/',
      'http://[::1]/',
      'http://[2001:db8::1]:8080/x',
      'http://127.0.0.1:65535/',
      '//example.cn/a',
      `https://example.cn/${'a'.repeat(1900)}`,
    ],
  ],
  ['contact', ['mailto:a@example.cn', 'TEL:0771-1234567', 'mailto:a@example.cn?subject=%E4%BD%A0']],
  ['anchor', ['#', '#第一章', ' #a']],
  ['page', ['/', '/activities/', '/notices/2026/a/#b', '/%2e%2e/etc/', '/javascript:x']],
  ['file', ['表.pdf', './表.pdf', '%E8%A1%A8.pdf#page=2', '图/../表.pdf', '图%2Fb.pdf', 'http.pdf']],
  ['near', ['表.PDF']],
  [
    'missing',
    [
      '无.pdf',
      '../b/secret.pdf',
      '%2e%2e/b/secret.pdf',
      '..%2Fb%2Fsecret.pdf',
      '..\\b\\secret.pdf',
      '图/../../b/secret.pdf',
      '／etc／passwd',
      '．．/b/secret.pdf',
      'javascript%3Aalert(1)',
      '?x=1',
      '%zz',
    ],
  ],
  ['missing scheme', ['www.example.cn', 'WWW.example.cn/a']],
  [
    'unsafe',
    [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:x',
      'vbscript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      'blob:https://example.cn/1',
      'ftp://example.cn/',
      'http://[::1]:x',
      'http://[::1',
      'http://[x]/',
      'http://example.cn:x/',
      'http://example.cn:99999/',
      'http://javascript:X()',
      'http://%zz/',
      'http://exa mple.cn/',
      'http://256.256.256.256/',
      'https://',
      'https:///example.cn',
      'https:example.cn',
      'https:\\\\example.cn',
      '\\\\host\\share',
      '/\\example.cn',
      '//[::1]:x/',
      'mailto://[::1]:x',
      'C:\\表.pdf',
    ],
  ],
];

describe.each(kinds)('%s', (kind, addresses) => {
  test.each(addresses)('%j', (address) => {
    expect(targetOf(address, 'a', find).kind).toBe(kind);
    // A browser can read what is let through.
    if (['external', 'contact', 'page', 'anchor', 'file'].includes(kind)) {
      expect(URL.canParse(address, 'https://hub.example.cn/a/')).toBe(true);
    }
    expect(namesFile(address)).toBe(['file', 'near', 'missing'].includes(kind));
  });

  test.each(addresses)('%j gives the same answer in a link of a text', (address) => {
    const { links, problems } = renderMarkdown(
      `[文](<${address.replaceAll('\n', '&#10;').replaceAll('\\', '\\\\')}>)`,
    );
    const isLink = !['empty', 'unsafe', 'missing scheme'].includes(kind);
    expect(links.length > 0).toBe(isLink);
    if (!isLink) expect(problems).not.toEqual([]);
  });
});

test('a page and its place are told apart', () => {
  expect(targetOf(' /a/#b#c ')).toEqual({ kind: 'page', path: '/a/', anchor: 'b' });
  expect(targetOf('/a/')).toEqual({ kind: 'page', path: '/a/', anchor: undefined });
});
