import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });
const org = (slug: string): string => `---\ntitle: 示例社区党委\nslug: ${slug}\n---\n`;

/** What the check says about the organization that a notice names. */
function messagesFor(named: string): string[] {
  const file = 'notices/2026/tingshui/index.md';
  const notice = `---\ntitle: 停水\nslug: tingshui\npublished: 2026-03-15T09:30:00+08:00\norgs:\n  - ${named}\n---\n`;
  const texts = new Map([
    [file, notice],
    ['orgs/shequ/index.md', org('shequ')],
  ]);
  return checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody })
    .problems.filter((problem) => problem.file === `content/${file}`)
    .map(({ message }) => message)
    .filter((message) => message.includes('没有它'));
}

test('suggests a similar name for a relation to an unknown entry, and only a similar one', () => {
  expect(messagesFor('shequ')).toEqual([]);
  expect(messagesFor('shequu')).toEqual([
    expect.stringContaining('没有它，是不是“shequ”？请改正或先建立它。'),
  ]);
  expect(messagesFor('houqinchu')).toEqual([expect.stringContaining('没有它，请改正或先建立它。')]);
});
