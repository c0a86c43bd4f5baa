import { queryOf, rankedParts, rankOf } from '../../admin/server/entries/search-rank.ts';
import { elderPage } from '../../src/elder/elder-page.ts';
import { decodeFeed } from '../../src/library/partner-feeds/decode-feed.ts';
import { readPartnerFeed } from '../../src/library/partner-feeds/partner-feed.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { svgFault } from '../../src/media/svg-safety.ts';
import { closestAnchorName } from '../../src/model/addresses/entry-anchors.ts';
import { checkContent } from '../../src/model/check/check-content.ts';
import { collectionOf } from '../../src/model/collections.ts';
import type { CollectionName } from '../../src/model/collections.ts';
import { readCsv } from '../../src/model/files/csv.ts';
import { filesNamedBy } from '../../src/model/files/file-mentions.ts';
import { readEntryValues, writeEntry } from '../../src/model/front-matter/entry-file.ts';
import { formatProblems } from '../../src/model/problems.ts';
import { Postings } from '../../src/search/build/postings.ts';
import { readPage } from '../../src/search/build/page-text.ts';
import { fold } from '../../src/search/format/fold.ts';
import { cleanQuery } from '../../src/search/format/query-text.ts';
import { tokensOf } from '../../src/search/format/tokens.ts';
import { excerptOf, markedText } from '../../src/search/query/excerpt.ts';
import { parseQuery } from '../../src/search/query/parsed-query.ts';
import { normalizePinyin, pinyinSpanIn } from '../../src/search/query/pinyin.ts';
import { textDirective } from '../../src/search/query/text-fragment.ts';

/** What reads a text that somebody else wrote. Each is given a whole text. */
export const subjects = {
  /** A body, as the preview renders it. */
  markdown: (text: string) => renderMarkdown(text, { nearest: closestAnchorName }),
  /** The body of an entry, as it is checked when it is saved. */
  body: (text: string) => checked('notices', `---\n${notice}---\n\n${text}`),
  /** The front matter of an entry, and the values that the desk shows and writes. */
  'front matter': (text: string) => frontMatter('notices', text),
  /** The same of a collection with lists in lists. */
  'front matter with parts': (text: string) => frontMatter('quizzes', text),
  /** A whole file. */
  file: (text: string) => checked('notices', text),
  svg: (text: string) => svgFault(new TextEncoder().encode(text)),
  table: (text: string) => {
    readCsv(text);
    return checkedFiles({
      'notices/2026/a/index.md': `---\n${notice}---\n\n字\n`,
      'notices/2026/a/a.csv': text,
    });
  },
  feed: (text: string) => readPartnerFeed(decodeFeed(new TextEncoder().encode(text)), 'https://a.cn/rss'),
  /** A query of a reader, up to what is looked up in the index. */
  query: async (text: string) => {
    const query = await parseQuery(cleanQuery(text), (each) => fold(each).text);
    for (const title of titles) pinyinSpanIn(title, normalizePinyin(query.phrase), readings);
    return query;
  },
  /** A query of an editor. */
  'desk search': (text: string) =>
    titles.map((title) => rankOf(rankedParts({ title, slug: 'a', text: '正文'.repeat(50) }), queryOf(text))),
  /** An entry that is searched at the desk. */
  'searched entry': (text: string) =>
    rankOf(rankedParts({ title: text, slug: 'a', text }), queryOf('停水 通知')),
  /** The text of a page: for the index, and as a result of a search. */
  'page text': (written: string) => {
    const text = new TextDecoder().decode(new TextEncoder().encode(written));
    const page = readPage(
      'a/',
      `<main><article data-pagefind-body><h1>题</h1><p>${text}</p></article></main>`,
    );
    const postings = new Postings();
    for (const block of page?.blocks ?? [])
      postings.add(
        0,
        tokensOf(fold(block.text).text).map((token, at) => [token, at] as const),
      );
    excerptOf(text, ['停水', '字']);
    markedText(text, ['停水', '字']);
    textDirective(text, '字');
    return [...postings.words()].length;
  },
  /** A built page: its text for the index, and its elder view. */
  page: (html: string) => {
    readPage('a/', pageAround(html));
    return elderPage(pageAround(html), '/a/', { base: '/', pages: new Set(['/']), sheet: '', script: '' });
  },
} satisfies Record<string, (text: string) => unknown>;

export type Subject = keyof typeof subjects;

const notice =
  'title: 停水通知\nslug: a\npublished: 2026-03-01T08:00:00+08:00\nsummary: 明天停水\norgs:\n  - a\n';

const titles = ['停水通知', '安南安南安南安南安南安南', '关于开展2026年民主生活会的通知'];
const readings = new Map([
  ['安', ['an', 'a']],
  ['南', ['nan', 'na', 'n']],
  ['停', ['ting', 'tin']],
  ['水', ['shui', 'sui']],
]);

const pageAround = (html: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><title>题</title></head><body>` +
  `<header class="site-head"><a class="view-link" href="/elder/" data-view-link>长辈版</a>` +
  `<nav class="site-nav"><a href="/">首页</a></nav></header><main id="main"><article data-pagefind-body>` +
  `<h1>题</h1>${html}</article></main><footer>完</footer></body></html>`;

function frontMatter(name: CollectionName, text: string): void {
  const file = `---\n${text}\n---\n\n字\n`;
  checked(name, file);
  const values = readEntryValues(collectionOf(name), file);
  writeEntry(collectionOf(name), { ...values, title: '改过的题目' }, file);
}

function checked(name: CollectionName, file: string): void {
  checkedFiles({ [`${name}/2026/a/index.md`]: file });
  const isNamed = filesNamedBy(collectionOf(name), file, (markdown) => renderMarkdown(markdown));
  for (const each of ['a.jpg', 'b.pdf', '照片.jpg']) isNamed(each);
}

function checkedFiles(files: Readonly<Record<string, string>>): void {
  const all = Object.entries(files);
  const { problems } = checkContent(
    {
      texts: new Map(all.filter(([path]) => path.endsWith('.md'))),
      paths: new Set(Object.keys(files)),
      tables: new Map(all.filter(([path]) => path.endsWith('.csv'))),
    },
    {
      renderBody: (markdown, _folder, context) => renderMarkdown(markdown, context),
      now: '2026-06-01T08:00:00+08:00',
    },
  );
  formatProblems(problems);
}
