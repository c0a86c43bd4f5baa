import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { fold } from './fold.ts';
import { spread } from './tokens.ts';

/**
 * Indexes the built pages that say they are to be found (`data-pagefind-body`) and writes `pagefind/` beside
 * them. Throws when a page could not be indexed or when there are fewer than were published.
 */
export async function buildSearchIndex(site: string, published: number): Promise<{ pages: number }> {
  const { index, errors } = await createIndex({ excludeSelectors: ['[data-search-ignore]'] });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    let pages = 0;
    for (const { name, html } of newestFirst(await searchedPages(site))) {
      const added = await index.addHTMLFile({ sourcePath: name, content: searchable(html) });
      if (added.errors.length > 0) throw new Error(`${name} was not indexed: ${added.errors.join('; ')}`);
      pages++;
    }
    if (pages < published) {
      throw new Error(
        `The search index holds ${String(pages)} pages, but ${String(published)} were published.`,
      );
    }
    const written = await index.writeFiles({ outputPath: path.join(site, 'pagefind') });
    if (written.errors.length > 0)
      throw new Error(`The search index was not written: ${written.errors.join('; ')}`);
    return { pages };
  } finally {
    await close();
  }
}

interface BuiltPage {
  /** Path below the site: `activities/2026/0315-lianxi-huiyi/index.html`. */
  name: string;
  html: string;
}

async function searchedPages(site: string): Promise<BuiltPage[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const pages = await Promise.all(
    names.map(async (name) => ({ name, html: await readFile(path.join(site, name), 'utf8') })),
  );
  return pages.filter(({ html }) => html.includes('data-pagefind-body'));
}

/** Pagefind 1.6 answers an exact query in the order of indexing. */
function newestFirst(pages: readonly BuiltPage[]): BuiltPage[] {
  const day = ({ html }: BuiltPage): string => /<meta name="PubDate" content="([^"]+)"/.exec(html)?.[1] ?? '';
  return pages.toSorted((a, b) => day(b).localeCompare(day(a)));
}

/** The text between tags, folded and cut into single Han characters; tags and their values stay untouched. */
export function searchable(html: string): string {
  return html.replace(
    /(<(script|style|title)\b[\s\S]*?<\/\2>|<!--[\s\S]*?-->|<[^>]*>)|([^<]+)/g,
    (whole, tag: unknown) => (typeof tag === 'string' ? whole : spread(keepingBlanks(whole))),
  );
}

/** Folding drops blanks at the ends of a run, but they part the words of neighbouring tags. */
function keepingBlanks(text: string): string {
  // Entities such as &amp; must survive as they are.
  return text
    .split(/(&[#\w]+;|^\s+|\s+$)/)
    .map((part, index) => (index % 2 === 1 ? part : fold(part).text))
    .join('');
}
