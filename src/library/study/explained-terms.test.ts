import { expect, test } from 'vitest';
import type { Article } from '../entries/article.ts';
import { markTerms } from './explained-terms.ts';

const term = (slug: string, title: string, aliases?: string): Article<'terms'> =>
  ({ slug, data: { title, slug, meaning: '', aliases } }) as unknown as Article<'terms'>;
const pdca = term('pdca', 'PDCA');
const forum = term('yishiyuan', '协商议事苑', '议事苑');
const talk = term('xieshang', '协商');

const link = (slug: string, word: string): string =>
  `<a class="term" id="term-use-${slug}" href="#term-${slug}" data-term="">${word}</a>`;

test('links only the first occurrence of a term', () => {
  const { html, terms } = markTerms('<p>做事有个圈：PDCA。PDCA 有四步。</p>', [pdca]);
  expect(html).toBe(`<p>做事有个圈：${link('pdca', 'PDCA')}。PDCA 有四步。</p>`);
  expect(terms).toEqual([pdca]);
});

test('skips headings, links and code and links the next occurrence', () => {
  const { html } = markTerms('<h2>PDCA</h2><p><a href="/x/">PDCA</a><code>PDCA</code>和<b>PDCA</b></p>', [
    pdca,
  ]);
  expect(html).toContain(`<b>${link('pdca', 'PDCA')}</b>`);
  expect(html.match(/data-term/g)).toHaveLength(1);
});

test('prefers the longer of two names, and links aliases to the same term', () => {
  expect(markTerms('<p>协商议事苑里协商</p>', [talk, forum]).html).toBe(
    `<p>${link('yishiyuan', '协商议事苑')}里${link('xieshang', '协商')}</p>`,
  );
  expect(markTerms('<p>到议事苑来</p>', [forum]).html).toBe(`<p>到${link('yishiyuan', '议事苑')}来</p>`);
});

test('does not find a Latin word inside a longer one', () => {
  expect(markTerms('<p>PDCAs 和 xPDCA</p>', [pdca])).toEqual({ html: '<p>PDCAs 和 xPDCA</p>', terms: [] });
});

test('keeps escaped HTML escaped', () => {
  expect(markTerms('<p>a &lt; b，PDCA &amp; c</p>', [pdca]).html).toBe(
    `<p>a &lt; b，${link('pdca', 'PDCA')} &amp; c</p>`,
  );
});
