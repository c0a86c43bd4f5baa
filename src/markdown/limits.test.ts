import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';

const messagesOf = (source: string): string[] =>
  renderMarkdown(source).problems.map(({ line, message }) => `${String(line)} ${message}`);

describe('a definition that many links share', () => {
  test.each([
    ['an address', `/a${'a'.repeat(2000)}`, '网址太长了，最多 2000 个字符'],
    ['a title', `/a/ "${'题'.repeat(201)}"`, '说明文字太长了，最多 200 个字符'],
  ])('is not used with %s that is too long', (_, definition, sentence) => {
    const { html, problems } = renderMarkdown(`[甲] 和 ![甲]\n\n[甲]: ${definition}\n`);
    expect(problems.map(({ line, message }) => `${String(line)} ${message}`)[0]).toContain(
      `3 这一行的${sentence}`,
    );
    expect(html).not.toMatch(/<a |<img/);
  });

  test('is used up to the limit', () => {
    const address = `/a${'a'.repeat(1998)}`;
    expect(renderMarkdown(`[甲]\n\n[甲]: ${address}\n`).html).toContain(`href="${address}"`);
  });
});

test('a link with a long address is only its text', () => {
  const { html, problems } = renderMarkdown(`[甲](/${'a'.repeat(2000)})`);
  expect(html).toBe('<p>甲</p>\n');
  expect(problems[0]?.message).toContain('地址有 2001 个字符，太长了');
});

describe('HTML out of proportion to its source', () => {
  test.each([
    ['one long address many times', `${'[甲]\n\n'.repeat(4000)}[甲]: /${'a'.repeat(1900)}`],
    ['thousands of uses of one note', `[^1]: 注\n\n${'[^1]'.repeat(10_000)}`],
  ])('is refused: %s', (_, source) => {
    const { html, problems } = renderMarkdown(source);
    expect(html).toBe('');
    expect(
      problems.filter(({ message }) => /^正文排成网页有 \d+\.\d 兆，是原文的 \d+ 倍/.test(message)),
    ).toHaveLength(1);
  });

  test('is not seen in long texts of the usual kind', () => {
    const source =
      '## 第一条　共建\n\n本社区与[学院](https://a.cn/)共建[^1]。\n\n'.repeat(3000) + '[^1]: 注\n';
    expect(messagesOf(source)).toEqual([]);
  });
});

describe('nesting', () => {
  test.each([
    ['quotations', `${'>'.repeat(40)} 字`],
    ['lists', `${'- '.repeat(40)}字`],
    ['callouts', `${':::提示\n'.repeat(41)}字\n${':::\n'.repeat(41)}`],
  ])('%s deeper than readers would see are reported', (_, source) => {
    expect(messagesOf(source).join()).toContain('套了 40 层还不止');
  });

  test.each([`${'> '.repeat(20)}字`, `${'- '.repeat(10)}字`])('%s is fine', (source) => {
    expect(messagesOf(source)).toEqual([]);
  });

  test('tags in one another without end become their text', () => {
    const { html, problems } = renderMarkdown(`${'<sup>'.repeat(50)}字${'</sup>'.repeat(50)}`);
    expect(html).toBe('<p>字</p>\n');
    expect(problems[0]?.message).toContain('套了不止 40 层');
  });
});

test('a wide head above thousands of short rows is no table, and the next table is one', () => {
  const wide = `${'|甲'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(50)}`;
  const { html, problems } = renderMarkdown(`${wide}\n`);
  expect(html).not.toContain('<table>');
  expect(problems.map(({ message }) => message).join()).toContain('比表头少很多格');
  const usual = '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 |\n'.repeat(1);
  expect(renderMarkdown(usual).html.match(/<td/g)).toHaveLength(3);
});

test('thousands of equal headings have different ids', () => {
  const { headings } = renderMarkdown('## 总则\n\n## 总则-2\n\n'.repeat(500));
  expect(new Set(headings.map(({ slug }) => slug)).size).toBe(1000);
  expect(headings.slice(0, 4).map(({ slug }) => slug)).toEqual([
    'h-总则',
    'h-总则-2',
    'h-总则-3',
    'h-总则-2-2',
  ]);
});

test('only so many missing headings get a suggestion', () => {
  let asked = 0;
  renderMarkdown('[甲](#乙)\n\n'.repeat(100), { nearest: () => String(asked++) });
  expect(asked).toBe(10);
});
