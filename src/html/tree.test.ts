import { parse, parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { attributeOf, elementsIn, hasClass, remove, setAttribute, wordsIn } from './tree.ts';

const namesIn = (html: string): string[] => elementsIn(parseFragment(html)).map(({ tagName }) => tagName);

test('lists elements in document order, without those in templates', () => {
  expect(namesIn('<div><p>一<b>二</b></p><hr></div><template><i></i></template><p></p>')).toEqual([
    'div',
    'p',
    'b',
    'hr',
    'template',
    'p',
  ]);
  expect(elementsIn(parse('<p>')).map(({ tagName }) => tagName)).toEqual(['html', 'head', 'body', 'p']);
});

test('skips no element when another is removed during iteration', () => {
  const tree = parseFragment('<i></i><b></b><i></i><i></i>');
  for (const element of elementsIn(tree)) if (element.tagName === 'i') remove(element);
  expect(serialize(tree)).toBe('<b></b>');
});

test('reads, changes, adds and removes attributes', () => {
  const tree = parseFragment('<a href="/?a=1&amp;b=2" class=" one  two" hidden>文</a>');
  const [link] = elementsIn(tree);
  if (!link) throw new Error('The link is missing.');
  expect(attributeOf(link, 'href')).toBe('/?a=1&b=2');
  expect(attributeOf(link, 'hidden')).toBe('');
  expect(attributeOf(link, 'id')).toBeUndefined();
  expect(['one', 'two', 'on', ''].map((name) => hasClass(link, name))).toEqual([true, true, false, true]);
  setAttribute(link, 'href', '"&');
  setAttribute(link, 'id', 'x');
  setAttribute(link, 'hidden');
  setAttribute(link, 'title');
  expect(serialize(tree)).toBe('<a href="&quot;&amp;" class=" one  two" id="x">文</a>');
});

test('joins text as readers see it', () => {
  expect(wordsIn(parseFragment(' <p>一\n 二<b>三</b>&amp;</p> '))).toBe('一 二三&');
});
