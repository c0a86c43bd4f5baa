import { expect, test } from 'vitest';
import { linksIn, withoutPlace } from './links.ts';

test('links are read as a browser reads them', () => {
  expect(
    linksIn(`<p><a href="/a/?x=1&amp;y=2">一</a><A HREF='#b'>二</A><a>三</a><!-- <a href="/c/"></a> --></p>
<link href="/d.css"><a href=""></a>`),
  ).toEqual(['/a/?x=1&y=2', '#b', '']);
});

test('an address is one, whatever place in it is meant', () => {
  expect(['/a.pdf#page=2', '/a.pdf?x=1#y', '/a.pdf', '#y'].map(withoutPlace)).toEqual([
    '/a.pdf',
    '/a.pdf',
    '/a.pdf',
    '',
  ]);
});
