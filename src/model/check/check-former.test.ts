import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';

const entry = (slug: string, more = ''): string =>
  `---\ntitle: 材料${slug}\nslug: ${slug}\n${more}---\n\n正文。\n`;
const old = (...addresses: string[]): string =>
  `formerly:\n${addresses.map((address) => `  - address: ${address}\n`).join('')}`;

/** The messages about old addresses and links, without those about missing fields. */
function messagesFor(texts: Record<string, string>, links: readonly string[] = []): string[] {
  const files = new Map(Object.entries(texts).map(([folder, text]) => [`${folder}/index.md`, text]));
  const renderBody = () => ({
    headings: [],
    links: links.map((href) => ({ href, line: 1 })),
    pictures: [],
    problems: [],
  });
  const { problems } = checkContent({ texts: files, paths: new Set(files.keys()) }, { renderBody });
  return problems
    .filter(({ label, message }) => label === '原地址' || /址|链接/.test(message))
    .map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
}

test('accepts an unused old address and a link to it', () => {
  expect(
    messagesFor({ 'materials/b': entry('b', old('/materials/a/', '/materials/x/')) }, [
      '/materials/a',
      '/materials/x/',
    ]),
  ).toEqual([]);
});

test.each([
  [
    'that is the current one',
    { 'materials/b': entry('b', old('/materials/b/')) },
    '原地址“/materials/b/”就是这篇内容现在的地址，请删去这一条。',
  ],
  [
    'that is a list',
    { 'notices/2026/b': entry('b', 'published: 2026-03-01T00:00:00+08:00\n' + old('/notices/2026/')) },
    '原地址“/notices/2026/”是本站的栏目页，请删去这一条。',
  ],
  [
    'that two entries have',
    { 'materials/b': entry('b', old('/materials/a/')), 'materials/c': entry('c', old('/materials/a/')) },
    '原地址“/materials/a/”已经转到《材料b》，请在两篇中的一篇里删去它。',
  ],
  [
    'that another entry uses now',
    { 'materials/b': entry('b', old('/materials/a/')), 'materials/a': entry('a') },
    '网址名“a”不能用：/materials/a/ 是《材料b》以前的地址，读者从那里会转到它，请换一个网址名。',
  ],
  ['in the wrong form', { 'materials/b': entry('b', old('materials/a')) }, '“地址”要写成这篇内容以前的地址'],
])('reports an old address %s', (_, texts, sentence) => {
  expect(messagesFor(texts).join('\n')).toContain(sentence);
});

test('suggests the new slug for a relation to the old one', () => {
  const texts = {
    'orgs/xin': entry('xin', old('/orgs/jiu/')),
    'notices/2026/b': entry('b', 'published: 2026-03-01T00:00:00+08:00\norgs:\n  - jiu\n'),
  };
  expect(messagesFor(texts)).toContain(
    'content/notices/2026/b/index.md:6 “发布单位”指向“jiu”，它的网址名已经改成 xin，请改成 xin。',
  );
});

test('does not suggest the fields of the desk for an unknown field', () => {
  const { problems } = checkContent(
    { texts: new Map([['materials/b/index.md', entry('b', 'x: 1\n')]]), paths: new Set() },
    { renderBody: () => ({ headings: [], links: [], pictures: [], problems: [] }) },
  );
  const sentence = problems.find(({ message }) => message.includes('不认识'))?.message;
  expect(sentence).toContain('标题');
  expect(sentence).not.toContain('原地址');
});
