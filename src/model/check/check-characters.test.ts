import { expect, test } from 'vitest';
import { checkEntry } from './check-entry.ts';
import type { ReadBody } from './checked-entry.ts';
import type { CollectionName } from '../collections.ts';

const noBody = (): ReadBody => ({ headings: [], links: [], pictures: [], problems: [] });

function check(name: CollectionName, ...frontMatter: string[]) {
  const { entry, problems } = checkEntry(
    name,
    'a.md',
    ['---', ...frontMatter, '---', '', '正文'].join('\n'),
    noBody,
  );
  return { data: entry?.data ?? {}, reported: problems.filter(({ message }) => !message.includes('缺少')) };
}

test.each<[string, CollectionName, string[], number, string]>([
  ['a title', 'notices', ['title: 关于\u202e停水'], 2, '“标题”里“关于”和“停水”之间有一个看不见的符号'],
  ['a title, written as an escape', 'notices', ['title: "关于\\u0008停水"'], 2, '“标题”里“关于”和“停水”之间'],
  [
    'a summary of several lines',
    'notices',
    ['summary: |', '  一', '  二\ufffd三'],
    2,
    '“摘要”里“一 二”和“三”之间',
  ],
  ['a list of units', 'notices', ['orgs:', '  - a', '  - b\ufffd'], 4, '最后的“b”后面有一个乱码'],
  [
    'the words for a picture',
    'activities',
    ['cover:', '  src: a.jpg', '  alt: 食\ufffc堂'],
    4,
    '“食”和“堂”之间有一个占位符',
  ],
  [
    'the name of a file',
    'activities',
    ['attachments:', '  - src: a.pdf', '    title: 名\u0001单'],
    4,
    '“名”和“单”之间',
  ],
  [
    'a part of a list',
    'concerns',
    ['log:', '  - day: 2026-01-01', '    answer: 已\uf0b7收'],
    4,
    '“已”和“收”之间',
  ],
  ['a choice', 'concerns', ['log:', '  - state: rec\u2066eived'], 3, '“rec”和“eived”之间'],
])('rejects a harmful character in %s', (_, name, lines, line, words) => {
  const { reported } = check(name, ...lines);
  expect(reported.map((problem) => [problem.line, problem.message.includes(words)])).toEqual([[line, true]]);
});

test('removes harmless characters', () => {
  const { data, reported } = check(
    'notices',
    'title: 停\u200b水\u000b通知',
    'slug: ting\ufeffshui',
    'published: 2026-01-01T08:00:00+08:00\u200b',
    'orgs: [hou\u00adqin]',
    'summary: "第一行\\u2028第二行"',
  );
  expect(reported).toEqual([]);
  expect(data).toMatchObject({
    title: '停水 通知',
    slug: 'tingshui',
    published: '2026-01-01T08:00:00+08:00',
    orgs: ['houqin'],
    summary: '第一行\n第二行',
  });
});

test('treats a title of invisible characters as empty', () => {
  const { problems } = checkEntry('notices', 'a.md', '---\ntitle: "\u200b\u3164"\n---\n\n正文', noBody);
  expect(problems.map(({ message }) => message).join()).toContain('缺少“标题”');
});
