import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { filesBelow } from '../../disk/folder-files.ts';
import { PageFault } from '../../html/page-fault.ts';
import { makeCatalogue } from '../format/page-catalogue.ts';
import type { SearchWords } from '../format/page-catalogue.ts';
import { fold, unified } from '../format/fold.ts';
import type { Variants } from '../format/fold.ts';
import { makeHeadings, makeReadings } from './make-readings.ts';
import { readPage } from './page-text.ts';
import type { Block, PageText } from './page-content.ts';
import { Postings } from './postings.ts';
import { repackIndex, writeChecksums } from './repack-index.ts';
import { writeFragmentText } from '../format/fragment-text.ts';
import { headingsFrom, tokensOf } from '../format/tokens.ts';
import { variantsFor, writeVariants } from './variants.ts';

/**
 * Indexes the built pages that are marked for search (`data-pagefind-body`, `data-search-name`) and writes `pagefind/`
 * next to them. Throws when a page could not be indexed, and when a published entry, named by its address, is missing.
 */
export async function buildSearchIndex(
  site: string,
  published: readonly string[],
  words: SearchWords = { synonyms: [], pins: [] },
): Promise<{ pages: number }> {
  const pages = newestFirst(await searchedPages(site));
  const indexed = new Set(pages.map(({ address }) => `/${address}`));
  const missing = published.filter((address) => !indexed.has(address));
  if (missing.length > 0) {
    const faults = missing.map((address) => new PageFault(address, 'its page is not in the search index.'));
    throw new AggregateError(faults, `Not in the search index: ${missing.slice(0, 20).join(' ')}`);
  }
  const folded = pages.map(foldedPage);
  const seen = charactersOf(folded);
  const variants = variantsFor(seen);
  // After folding, only the character that represents its family is left in the index.
  for (const [variant, chosen] of variants) {
    if (seen.has(variant)) seen.set(chosen, (seen.get(chosen) ?? 0) + (seen.get(variant) ?? 0));
    seen.delete(variant);
  }
  const folder = path.join(site, 'pagefind');
  const files: Record<string, string> = {
    catalogue: JSON.stringify(makeCatalogue(pages, seen, variants, words)),
    variants: writeVariants(variants),
    readings: JSON.stringify(makeReadings(seen, variants)),
    headings: JSON.stringify(makeHeadings(pages, variants)),
    addresses: JSON.stringify(pages.map(({ address }) => address)),
  };
  // The hash in their names covers all of them and the index, so no reader mixes the files of two releases.
  const name = await index(folded, variants, folder, Object.values(files).join('\n'));
  for (const [kind, text] of Object.entries(files))
    await writeFile(path.join(folder, `${kind}.${name}.json`), text);
  await writeChecksums(folder);
  return { pages: pages.length };
}

async function searchedPages(site: string): Promise<PageText[]> {
  const names = (await filesBelow(site)).filter((name) => name.endsWith('.html'));
  const pages: PageText[] = [];
  for (const name of names) {
    const page = readPage(name.replace(/index\.html$/, ''), await readFile(path.join(site, name), 'utf8'));
    if (page) pages.push(page);
  }
  return pages;
}

/** The order of the index: newest first among equal matches, pages without a day last. */
const newestFirst = (pages: readonly PageText[]): PageText[] =>
  pages.toSorted((a, b) => b.day.localeCompare(a.day) || a.address.localeCompare(b.address));

/** A page with its texts folded once, except for variants, whose table depends on all pages. */
interface FoldedPage {
  page: PageText;
  body: string[];
  headings: string[];
}

function foldedPage(page: PageText): FoldedPage {
  const plain = (blocks: readonly { text: string }[]): string[] => blocks.map(({ text }) => fold(text).text);
  const isHeading = ({ heading }: Block): boolean => heading !== undefined;
  return {
    page,
    body: plain(page.blocks.filter((block) => !isHeading(block))),
    headings: plain([
      { text: page.title },
      ...page.blocks.filter((each) => isHeading(each) && each.text !== page.title),
    ]),
  };
}

function charactersOf(pages: readonly FoldedPage[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { body, headings } of pages) {
    for (const text of [...body, ...headings]) {
      for (const character of text) seen.set(character, (seen.get(character) ?? 0) + 1);
    }
  }
  return seen;
}

/** Pagefind gets the list of pages and writes the code for the browser. The positions of the tokens are collected here. */
async function index(
  pages: readonly FoldedPage[],
  variants: Variants,
  folder: string,
  beside: string,
): Promise<string> {
  await writePagefind(
    pages.map(({ page }) => page.address),
    folder,
  );
  const postings = new Postings();
  pages.forEach(({ body, headings }, number) => {
    postings.add(number, placed(body, headings, variants));
  });
  const records = pages.map(({ page }) => ({ address: page.address, shown: writeFragmentText(page) }));
  return repackIndex(folder, records, postings.words(), beside);
}

function* placed(
  body: readonly string[],
  headings: readonly string[],
  variants: Variants,
): Generator<readonly [token: string, place: number]> {
  for (const [texts, from] of [
    [body, 0],
    [headings, headingsFrom],
  ] as const) {
    let place = from;
    for (const text of texts) {
      for (const token of tokensOf(unified(text, variants))) yield [token, place++];
      // The end of one text and the beginning of the next are not adjacent.
      place++;
    }
  }
}

async function writePagefind(addresses: readonly string[], folder: string): Promise<void> {
  const { index: pagefind, errors } = await createIndex({});
  if (!pagefind) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const url of addresses) {
      // One after the other, because the catalogue has the same order.
      const added = await pagefind.addCustomRecord({ url, content: 'a', language: 'zh-cn' });
      if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`);
    }
    const written = await pagefind.writeFiles({ outputPath: folder });
    if (written.errors.length > 0)
      throw new Error(`The search index was not written: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
}
