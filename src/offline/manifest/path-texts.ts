import { fold } from '../../search/format/fold.ts';
import { readPage } from '../../search/build/page-text.ts';
import { variantsFor, writeVariants } from '../../search/build/variants.ts';

/** The texts of a path's pages, for search in them without the site's index. */
export interface PathTexts {
  pages: TextPage[];
  /** Two strings of equal length: variants of the characters in these pages, and the characters that represent them. */
  variants: [from: string, to: string];
}

export interface TextPage {
  /** With the base path, in the normal view. */
  address: string;
  title: string;
  sections: TextSection[];
}

export interface TextSection {
  /** Empty above the first heading. */
  heading: string;
  /** The fragment of the address; empty where the section cannot be linked. */
  anchor: string;
  text: string;
}

/** Takes pages by their addresses below the site, `/materials/xieshang-liubu/`. Leaves out those excluded from search. */
export function textsOf(pages: ReadonlyMap<string, string>, base: string): PathTexts {
  const texts = [...pages].flatMap(([address, html]) => {
    const page = textPage(encodeURI(base + address.slice(1)), html);
    return page ? [page] : [];
  });
  const seen = new Map<string, number>();
  for (const { title, sections } of texts) {
    for (const text of [title, ...sections.flatMap((section) => [section.heading, section.text])])
      for (const character of fold(text).text) seen.set(character, (seen.get(character) ?? 0) + 1);
  }
  const [from, to] = JSON.parse(writeVariants(variantsFor(seen))) as [string, string];
  return { pages: texts, variants: [from, to] };
}

function textPage(address: string, html: string): TextPage | undefined {
  const page = readPage(address, html);
  if (!page || page.isOverview) return undefined;
  const sections: TextSection[] = [];
  for (const { text, heading } of page.blocks) {
    // The title is not part of the text, and the text below it has no heading yet.
    const isTitle = heading !== undefined && text === page.title && sections.length === 0;
    if (heading !== undefined && !isTitle) sections.push({ heading: text, anchor: heading, text: '' });
    if (heading !== undefined) continue;
    const open = sections.at(-1) ?? newFirst(sections);
    open.text += (open.text === '' ? '' : '\n') + text;
  }
  return { address, title: page.title, sections };
}

function newFirst(sections: TextSection[]): TextSection {
  const first = { heading: '', anchor: '', text: '' };
  sections.push(first);
  return first;
}
