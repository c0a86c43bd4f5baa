import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, readContentFolder } from '../../src/library/content/content-folder.ts';
import { checkSiteContent } from '../../src/library/content/site-content.ts';
import { escapeHtml } from '../../src/html/escape-html.ts';

/** A page of the bench, as blocks of visible text. */
export interface BenchPage {
  address: string;
  title: string;
  day: string;
  blocks: { text: string; heading?: 2 | 3 }[];
}

interface Law {
  title: string;
  date: string;
  body: string;
}

/** Each text of a JSON Lines file as one page. */
export async function wholeTexts(file: string): Promise<BenchPage[]> {
  const laws = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return laws.map((line, index) => {
    const { title, date, body } = JSON.parse(line) as Law;
    return {
      address: `materials/text-${String(index + 1)}/`,
      title: title.trim(),
      day: date,
      blocks: blocksOf(body),
    };
  });
}

/** The sample content of the site. */
export async function sampleTexts(): Promise<BenchPage[]> {
  const { entries } = checkSiteContent(await readContentFolder(contentFolder()));
  return entries.map(({ address, data, rendered }) => {
    const headings = new Map(rendered.headings.map(({ text, depth }) => [text, depth > 2 ? 3 : 2] as const));
    return {
      address: address.slice(1),
      title: String(data['title']),
      day: String(data['published'] ?? data['date'] ?? '').slice(0, 10),
      blocks: rendered.text.split('\n').map((text) => {
        const heading = headings.get(text);
        return heading === undefined ? { text } : { text, heading };
      }),
    };
  });
}

function blocksOf(body: string): BenchPage['blocks'] {
  return body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, marks, heading] = /^(#+)\s+(.+)$/.exec(line) ?? [];
      if (marks === undefined || heading === undefined) return { text: line };
      return { text: heading, heading: marks.length > 2 ? 3 : 2 };
    });
}

/** The same texts split by chapter, and long chapters by length, into the wanted number of pages. */
export function splitInto(pages: readonly BenchPage[], wanted: number): BenchPage[] {
  const characters = pages.reduce((sum, page) => sum + lengthOf(page.blocks), 0);
  // Chapters differ in length: pieces a little longer than the average give about the wanted number.
  for (let length = (characters / wanted) * 1.6; ; length *= 0.94) {
    const split = pages.flatMap((page) => piecesOf(page, length));
    if (split.length >= wanted) return split.slice(0, wanted);
  }
}

function piecesOf(page: BenchPage, length: number): BenchPage[] {
  const parts: { name: string; blocks: BenchPage['blocks'] }[] = [{ name: '', blocks: [] }];
  for (const block of page.blocks) {
    const open = parts.at(-1);
    if (!open) break;
    if (block.heading === 2) parts.push({ name: block.text, blocks: [block] });
    else if (lengthOf(open.blocks) > length) parts.push({ name: open.name, blocks: [block] });
    else open.blocks.push(block);
  }
  const names = new Map<string, number>();
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ name, blocks }, index) => {
      const count = (names.get(name) ?? 0) + 1;
      names.set(name, count);
      const title = `${page.title}${name === '' ? '' : ` ${name}`}${count > 1 ? `（之${inChinese(count)}）` : ''}`;
      return { ...page, address: `${page.address}${String(index + 1)}/`, title, blocks };
    });
}

/** 二, 十二, 二十: titles must be readable aloud. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const digit = (each: number): string => '〇一二三四五六七八九'.charAt(each);
  if (number < 10) return digit(number);
  return `${tens > 1 ? digit(tens) : ''}十${ones > 0 ? digit(ones) : ''}`;
}

const lengthOf = (blocks: BenchPage['blocks']): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Writes the pages like those of the site: the same attributes for search, and a frame that is not indexed. */
export async function writePages(folder: string, pages: readonly BenchPage[]): Promise<void> {
  for (const page of pages) {
    const file = path.join(folder, page.address, 'index.html');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, htmlOf(page));
  }
}

function htmlOf({ title, day, blocks }: BenchPage): string {
  const body = blocks.map(({ text, heading }, index) =>
    heading === undefined
      ? `<p>${escapeHtml(text)}</p>`
      : `<h${String(heading)} id="h-${String(index)}">${escapeHtml(text)}</h${String(heading)}>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)} - 学习库</title>
<meta name="PubDate" content="${day}"></head><body><header><nav><a href="/">首页</a></nav></header><main>
<article data-pagefind-body data-title="${escapeHtml(title)}" data-section="理论学习" data-year="${day.slice(0, 4)}"
 data-pagefind-meta="title[data-title]" data-pagefind-filter="section[data-section], year[data-year]">
<h1>${escapeHtml(title)}</h1>
${body.join('\n')}
</article></main></body></html>`;
}
