import { expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { checkContent } from './check-content.ts';

const problemsIn = (file: string, texts: Record<string, string>) =>
  checkContent(
    { texts: new Map(Object.entries(texts)), paths: new Set(Object.keys(texts)) },
    { renderBody: (body) => renderMarkdown(body, {}) },
  ).problems.filter((problem) => problem.file === `content/${file}`);
const sentencesIn = (file: string, text: string): string[] =>
  problemsIn(file, { [file]: text }).map(({ message }) => message);

const quiz = (options: string): string => `---
title: 六步自测
slug: liubu
published: 2026-03-15
summary: 做完能弄明白六步。
questions:
  - number: 1
    kind: order
    text: 按先后排
    explanation: 六步要一步一步走。
    basis: 《议事规则》三
    passage: /about/
  - number: 2
    kind: order
    text: 再排一次
    explanation: 六步要一步一步走。
    basis: 《议事规则》三
    passage: /about/
    options:
${options}
---
`;

test.each([
  ['a field that is missing', '- pair: 公告', '“题目”第 2 项的“选项”第 1 项里缺少“选项文字”，请填写。'],
  [
    'a value that is too long',
    `- text: ${'征'.repeat(81)}`,
    '“题目”第 2 项的“选项”第 1 项：“选项文字”最多 80 个字，现在有 81 个字，请缩短。',
  ],
  [
    'an unknown field',
    '- text: 公告\n      - text: 协商\n        note: 无',
    '“题目”第 2 项的“选项”第 2 项里不认识“note”这一项，可以写的有：选项文字、这一项是对的、配对的另一半、为什么。',
  ],
  [
    'a list too long',
    Array.from({ length: 9 }, (_, index) => `- text: 第${String(index)}步`).join('\n      '),
    '“题目”第 2 项：“选项”最多 8 项，现在有 9 项。',
  ],
  ['no list at all', '  text: 公告', '“题目”第 2 项：“选项”要一项一项地列出来，现在是“公告”。'],
])('reports %s in a list within a list with both places', (_, options, sentence) => {
  expect(sentencesIn('quizzes/liubu/index.md', quiz(`      ${options}`))).toContain(sentence);
});

const notice = (head: string, body: string): string => `---
title: 停水
slug: tingshui
published: 2026-03-15T09:30:00+08:00
summary: 停水四小时。
orgs:
  - shequ${head}
---
${body}`;

test.each([
  ['directly below the fields', '', '# 停水', 9, 1],
  ['after two empty lines', '', '\n\n停水\n\n# 停水', 13, 3],
  ['below more fields and text', '\nsource: 物业', '\n停水\n\n![图](shui.png)', 13, 3],
  ['with line breaks of Windows', '', '\r\n停水\r\n\r\n[水](/no/)', 12, 3],
])('a problem in the body, %s, has its line in the file and in the body', (_, head, body, line, bodyLine) => {
  const file = 'notices/2026/tingshui/index.md';
  expect(
    problemsIn(file, { [file]: notice(head, body) }).filter(({ label }) => label === '正文'),
  ).toMatchObject([{ line, bodyLine, title: '停水' }]);
});

test('reports an empty body without a line of the body', () => {
  const file = 'notices/2026/tingshui/index.md';
  const [empty] = problemsIn(file, { [file]: notice('', '\n \n') }).filter(({ label }) => label === '正文');
  expect(empty?.message).toBe('“正文”是空的，请写上内容。');
  expect(empty).not.toHaveProperty('bodyLine');
});

const material = (slug: string, title: string): string =>
  `---\ntitle: ${title}\nslug: ${slug}\n---\n\n文字。\n`;

test('reports a slug of two entries with the other entry and an unused slug', () => {
  const files = {
    'materials/liubu/index.md': material('liubu', '六步'),
    'materials/liubu-2/index.md': material('liubu-2', '六步续'),
    'materials/wenda/index.md': material('liubu', '六步问答'),
  };
  expect(problemsIn('materials/wenda/index.md', files).map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '网址名“liubu”已经被《六步》用了，请换一个，如“liubu-3”。',
      '按网址名，这篇内容的文件夹应是“liubu”，现在是“wenda”，请让两者一致。',
    ]),
  );
});

test('rejects a slug whose address is a page of the site, and accepts similar ones', () => {
  const messagesFor = (slug: string): string[] =>
    sentencesIn(`materials/${slug}/index.md`, material(slug, '学习')).filter((each) =>
      each.includes('网址名'),
    );
  expect(messagesFor('subjects')).toEqual([
    '网址名“subjects”是本站一个固定页面的地址，请换一个，如“subjects-2”。',
  ]);
  for (const slug of ['index', 'new', 'page', '404', '2026-03', 'kind'])
    expect(messagesFor(slug)).toEqual([]);
});

test('suggests the stored value for the label of an option', () => {
  const text = material('liubu', '六步').replace('slug:', 'topics:\n  - 共驻共建\nslug:');
  expect(sentencesIn('materials/liubu/index.md', text)).toContain(
    '“专题”选“共驻共建”，文件里请写“joint-work”。',
  );
});

test('lists the problems of the files in the order of the files', () => {
  const texts = new Map([
    ['orgs/shequ/index.md', '---\ntitle: 示例社区党委\n---\n'],
    ['nowhere/a.md', ''],
  ]);
  const { problems } = checkContent(
    { texts, paths: new Set(texts.keys()) },
    { renderBody: (body) => renderMarkdown(body, {}) },
  );
  const files = problems.map(({ file }) => file);
  expect(files.indexOf('content/nowhere/a.md')).toBeGreaterThan(files.indexOf('content/orgs/shequ/index.md'));
});

test('an entry may use 200 pictures and attachments, and has one problem with more', () => {
  const using = (count: number): string =>
    notice(
      '',
      Array.from({ length: count }, (_, index) =>
        index % 2 === 0 ? `![图](${String(index)}.png)` : `[表](${String(index)}.csv)`,
      ).join('\n\n'),
    );
  const tooMany = (count: number): string[] =>
    sentencesIn('notices/2026/tingshui/index.md', using(count)).filter((sentence) =>
      sentence.includes('用到了'),
    );
  expect(tooMany(200)).toEqual([]);
  expect(tooMany(201)).toEqual(['这篇内容用到了 201 个图片和附件，最多 200 个，请拆成几篇。']);
  // The same file counts once.
  const again = notice('', '![图](a.png)\n\n'.repeat(300));
  expect(sentencesIn('notices/2026/tingshui/index.md', again).join()).not.toContain('用到了');
});

test.each([
  ['notices/2026', '长'.repeat(80)],
  ['notices/2026', 'a'.repeat(250)],
  ['orgs', '很'.repeat(84)],
])('a folder in %s named %s is told to take the slug', (place, name) => {
  const sentences = sentencesIn(`${place}/${name}/index.md`, notice('', '正文。')).join('\n');
  expect(sentences).toContain('这篇内容的文件夹应是');
  expect(sentences).toContain('tingshui');
});

test.each(['长'.repeat(30), 'a'.repeat(61), 'a'.repeat(300)])('a slug %s says how to write it', (slug) => {
  const text = notice('', '正文。').replace('slug: tingshui', `slug: ${slug}`);
  expect(sentencesIn('notices/2026/tingshui/index.md', text)).toContainEqual(
    expect.stringMatching(
      /“网址名”只能用小写字母、数字和短横，不超过 60 个字符.*可以写成 0315-lianxi-huiyi 这样/,
    ),
  );
});

test.each([
  ['links to pages', 50, '[见](/notices/2026/mei-you-#/)', ''],
  ['links to pages', 51, '[见](/notices/2026/mei-you-#/)', '另有 1 处'],
  ['pictures', 90, '![图](#.png)', '另有 40 处'],
  ['links to files', 3000, '[表](#.csv)', '另有 2950 处'],
])('of wrong %s, %i in one text, the first fifty are listed', (_, count, pattern, rest) => {
  const body = Array.from({ length: count }, (_, index) => pattern.replace('#', String(index))).join('\n\n');
  const sentences = sentencesIn('notices/2026/tingshui/index.md', notice('', body));
  expect(sentences.filter((sentence) => /^(?:链接|图片)“/.test(sentence))).toHaveLength(50);
  expect(/另有 \d+ 处/.exec(sentences.join('\n'))?.[0] ?? '').toBe(rest);
});
