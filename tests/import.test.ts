import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { importLaws } from '../scripts/import.ts';
import { fixedBody, fixedNotes } from '../scripts/law-text.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

const law = (change: object = {}): object => ({
  title: '公共场所卫生管理条例',
  date: '1987-04-01',
  history: ['1987年4月1日国务院发布'],
  body: '## 第一章 总则\n\n第一条 为创造良好的公共场所卫生条件，制定本条例。',
  ...change,
});

/** Runs the import command on lines, given as text or as laws. */
async function importing(lines: readonly (string | object)[]) {
  const source = path.join(folder, 'laws.jsonl');
  const content = path.join(folder, 'content');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  await writeFile(source, text);
  const { written: done, report } = await importLaws(source, content);
  const written = await readdir(content, { recursive: true }).catch(() => []);
  return { done, output: report.replaceAll(`${folder}/`, ''), content, written };
}

const readBody = async (content: string, slug: string): Promise<string> =>
  (await readFile(path.join(content, 'materials', slug, 'index.md'), 'utf8'))
    .split('---\n')
    .slice(2)
    .join('---\n')
    .trim();

test('corrects what has only one meaning, reports it by line, and the result passes the check', async () => {
  const { done, output, content } = await importing([
    law(),
    law({ title: '甲', body: '# 第一章\n\n##\n\n## 第一节 ##\n\n第一条 一。' }),
    law({ title: '乙', history: ['', '# 2001年修订', '> 2002年修订'], body: '##第一章\n\n第一条\u000b二。' }),
    law({ title: '丙', date: '２００２年6月2９日', body: '总则\n====\n<p>第一条 三。</p>第二条<br/>四。' }),
    law({ title: '丁', history: '2003年发布', body: '一\r\n\r\n      ## 附则\r\n二' }),
  ]);
  expect(output).toBe(
    [
      'laws.jsonl, line 2: 2 headings one level lower, for the first is the title; 1 empty headings left out.',
      'laws.jsonl, line 3: 1 headings with a blank behind their marks and none before; 2 notes of its history without the marks before them; 1 empty notes of its history left out.',
      'laws.jsonl, line 4: 1 underlined lines made headings; 3 tags of HTML taken out.',
      'laws.jsonl, line 5: 1 headings with a blank behind their marks and none before.',
      "5 materials and the site's settings are in content.",
      '',
    ].join('\n'),
  );
  expect(done).toBe(true);
  expect(checkSiteContent(await readContentFolder(content)).problems).toEqual([]);
  expect(await readBody(content, 'j-1987')).toBe(
    '> 1987年4月1日国务院发布\n\n## 第一章\n\n\n### 第一节\n\n第一条 一。',
  );
  expect(await readBody(content, 'y-1987')).toBe(
    '> 2001年修订\n>\n> 2002年修订\n\n## 第一章\n\n第一条\n二。',
  );
  expect(await readBody(content, 'd-1987')).toBe('> 2003年发布\n\n一\n\n## 附则\n二');
});

test.each<[string, object, string]>([
  ['a lost letter', { body: '第一条 为了\ufffd强管理。' }, '这一行里“第一条 为了”和“强管理。”之间有一个乱码'],
  ['a control in a title', { title: '管理\u0001条例' }, '“标题”里“管理”和“条例”之间有一个看不见的控制符号'],
  ['a title without end', { title: '关于'.repeat(70) }, '“标题”最多 120 个字，现在有 140 个字，请缩短。'],
  ['a mark of a note without the note', { body: '第一条 依法[^1]管理。' }, '脚注“[^1]”还没有内容'],
  ['a file that is not there', { body: '见[附表](fubiao.doc)。' }, 'fubiao.doc'],
  ['a picture from elsewhere', { body: '![图](https://example.cn/a.jpg)' }, '不在本站'],
  ['a tag with a meaning of its own', { body: '第一条 <script>一</script>' }, '文章里不能运行程序'],
  ['a fence left open', { body: '```\n第一条' }, '代码块从这里开始，却没有结束'],
  ['a half character in the history', { history: ['\ud842 年发布'] }, '半个字'],
  ['a callout left open', { body: '::: 提示\n第一条' }, '没有结束'],
])('%s is named by its line, and nothing is written', async (_, change, sentence) => {
  const { done, output, written } = await importing([law(), '', law({ title: '乙', ...change })]);
  expect(output).toMatch(/^laws\.jsonl, line 3: /);
  expect(output).toContain(sentence);
  expect(output.endsWith('Nothing was written.\n')).toBe(true);
  expect([done, written]).toEqual([false, []]);
});

test.each<[string, string | object, string]>([
  ['no JSON', '{"title": ', 'this is not JSON.'],
  ['a list of laws', [law()], 'this is a list; write one object a line.'],
  ['a title of invisible characters', law({ title: '\u200b ' }), '"title" is missing.'],
  ['no body but headings without words', law({ body: '#\n\n##' }), '"body" is missing.'],
  [
    'a day that is none',
    law({ date: '2001-02-30' }),
    '"date" should be a day like 2026-01-31, not "2001-02-30".',
  ],
  ['a history of other things', law({ history: [1987] }), '"history" should be a list of texts.'],
])('%s', async (_, line, sentence) => {
  const { output, written } = await importing([law(), line]);
  expect(output).toContain(`laws.jsonl, line 2: ${sentence}`);
  expect(written).toEqual([]);
});

test('ignores a byte order mark', async () => {
  const { done } = await importing([`\ufeff${JSON.stringify(law())}`]);
  expect(done).toBe(true);
});

describe('a text from elsewhere', () => {
  test.each([
    ['one heading of the first level lowers all', '# 一\n## 二\n###### 六', '## 一\n### 二\n###### 六'],
    ['headings that are sound stay byte for byte', '## 一 ##\n\n### 二', '## 一 ##\n\n### 二'],
    ['tags and numbers with one mark stay', '#志愿服务#\n#3 楼', '#志愿服务#\n#3 楼'],
    ['a line of === alone is a rule', '一\n\n===\n\n二', '一\n\n---\n\n二'],
    ['full-width marks', '＃＃ 一', '＃＃ 一'],
    ['nothing but a heading without words', '##', ''],
    ['cells keep their breaks', '| 一<br>二 |\n|---|', '| 一<br>二 |\n|---|'],
    ['a word that ends with a mark', '# C#', '## C#'],
  ])('%s', (_, from, to) => expect(fixedBody(from).text).toBe(to));

  test('reads a long line of blanks and marks quickly', () => {
    const text = `# ${' #'.repeat(100_000)}x`;
    expect(fixedBody(text).text.length).toBeGreaterThan(100_000);
  });

  test('notes keep everything but marks', () => {
    expect(fixedNotes(['1. 2001年', '#', '（*修订*）']).notes).toEqual(['1. 2001年', '（*修订*）']);
  });
});
