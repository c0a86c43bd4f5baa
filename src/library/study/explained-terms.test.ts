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

test('a term is led to its explanation where it first stands, and only there', () => {
  const { html, terms } = markTerms('<p>做事有个圈：PDCA。PDCA 有四步。</p>', [pdca]);
  expect(html).toBe(`<p>做事有个圈：${link('pdca', 'PDCA')}。PDCA 有四步。</p>`);
  expect(terms).toEqual([pdca]);
});

test('headings, links and code are left alone, and the next place is taken', () => {
  const { html } = markTerms('<h2>PDCA</h2><p><a href="/x/">PDCA</a><code>PDCA</code>和<b>PDCA</b></p>', [
    pdca,
  ]);
  expect(html).toContain(`<b>${link('pdca', 'PDCA')}</b>`);
  expect(html.match(/data-term/g)).toHaveLength(1);
});

test('of two names at one place the longer counts, and another name leads to the same term', () => {
  expect(markTerms('<p>协商议事苑里协商</p>', [talk, forum]).html).toBe(
    `<p>${link('yishiyuan', '协商议事苑')}里${link('xieshang', '协商')}</p>`,
  );
  expect(markTerms('<p>到议事苑来</p>', [forum]).html).toBe(`<p>到${link('yishiyuan', '议事苑')}来</p>`);
});

test('a word of Latin letters is not found within a longer one', () => {
  expect(markTerms('<p>PDCAs 和 xPDCA</p>', [pdca])).toEqual({ html: '<p>PDCAs 和 xPDCA</p>', terms: [] });
});

test('marks of HTML in a text stay marks of text', () => {
  expect(markTerms('<p>a &lt; b，PDCA &amp; c</p>', [pdca]).html).toBe(
    `<p>a &lt; b，${link('pdca', 'PDCA')} &amp; c</p>`,
  );
});
