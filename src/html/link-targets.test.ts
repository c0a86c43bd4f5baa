import { expect, test } from 'vitest';
import { linksIn, withoutQueryAndHash } from './link-targets.ts';

test('reads links as a browser does', () => {
  expect(
    linksIn(`<p><a href="/a/?x=1&amp;y=2">一</a><A HREF='#b'>二</A><a>三</a><!-- <a href="/c/"></a> --></p>
<link href="/d.css"><a href=""></a>`),
  ).toEqual(['/a/?x=1&y=2', '#b', '']);
});

test('drops the query and the fragment of an address', () => {
  expect(['/a.pdf#page=2', '/a.pdf?x=1#y', '/a.pdf', '#y'].map(withoutQueryAndHash)).toEqual([
    '/a.pdf',
    '/a.pdf',
    '/a.pdf',
    '',
  ]);
});
