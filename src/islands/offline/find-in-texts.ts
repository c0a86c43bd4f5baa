import type { PathTexts, TextSection } from '../../offline/manifest/path-texts.ts';
import { cleanQuery, clausesOf } from '../../search/format/query-text.ts';
import { excerptOf, markedText } from '../../search/query/excerpt.ts';
import type { ExcerptPart } from '../../search/query/excerpt.ts';
import { fold } from '../../search/format/fold.ts';
import type { Folded } from '../../search/format/fold.ts';

export interface FoundPage {
  address: string;
  title: ExcerptPart[];
  places: FoundPlace[];
}

export interface FoundPlace {
  /** With the anchor of its heading, where there is one. */
  address: string;
  heading: ExcerptPart[];
  excerpt: ExcerptPart[];
}

export type Finder = (query: string) => FoundPage[];

/**
 * Finds any part of the texts, also typed in full width, capitals or Traditional characters. The query counts as a
 * phrase; only where no text contains it, all its words must be in the same section.
 */
export function makeFinder({ pages, variants: [from, to] }: PathTexts): Finder {
  const chosen = [...to];
  const variants = new Map([...from].map((variant, index) => [variant, chosen[index] ?? variant]));
  const folded = (text: string): Folded => fold(text, variants);
  const plain = (text: string): string => folded(text).text;
  const indexed = pages.map((page) => ({
    page,
    title: plain(page.title),
    sections: page.sections.map((section) => ({
      section,
      // A phrase cannot start in a heading and end in the text.
      parts: [plain(section.heading), plain(section.text)],
    })),
  }));

  const pagesWith = (phrases: readonly string[]): FoundPage[] =>
    indexed.flatMap(({ page, title, sections }) => {
      const containsAll = (parts: readonly string[]): boolean =>
        phrases.every((phrase) => parts.some((part) => part.includes(phrase)));
      const places = sections
        .filter(({ parts }) => containsAll(parts))
        .map(({ section }) => placeOf(page.address, section, phrases, folded));
      if (places.length === 0 && !containsAll([title])) return [];
      return [{ address: page.address, title: markedText(page.title, phrases, folded), places }];
    });

  return (query) => {
    const asked = cleanQuery(query);
    const phrase = plain(asked);
    if (phrase === '') return [];
    const found = pagesWith([phrase]);
    const words = clausesOf(asked).map(plain);
    return found.length > 0 || words.length < 2 ? found : pagesWith(words);
  };
}

function placeOf(
  page: string,
  { heading, anchor, text }: TextSection,
  phrases: readonly string[],
  folded: (text: string) => Folded,
): FoundPlace {
  return {
    address: anchor === '' ? page : `${page}#${encodeURIComponent(anchor)}`,
    heading: markedText(heading, phrases, folded),
    excerpt: excerptOf(text, phrases, folded),
  };
}

export const placesIn = (found: readonly FoundPage[]): number =>
  found.reduce((sum, { places }) => sum + Math.max(1, places.length), 0);
