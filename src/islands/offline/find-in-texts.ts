import type { PathTexts, TextSection } from '../../offline/manifest/path-texts.ts';
import { cleanQuery, clausesOf } from '../../search/query/query-text.ts';
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
  /** With the heading it stands under, where there is one. */
  address: string;
  heading: ExcerptPart[];
  excerpt: ExcerptPart[];
}

export type Finder = (query: string) => FoundPage[];

/**
 * Finds any piece of the texts, in whatever way it is typed: full width, capitals, Traditional characters. What was
 * typed counts as it stands; only where nothing holds it do its words count one by one, all in the same section.
 */
export function makeFinder({ pages, variants: [from, to] }: PathTexts): Finder {
  const chosen = [...to];
  const variants = new Map([...from].map((variant, index) => [variant, chosen[index] ?? variant]));
  const folded = (text: string): Folded => fold(text, variants);
  const plain = (text: string): string => folded(text).text;
  const shelf = pages.map((page) => ({
    page,
    title: plain(page.title),
    sections: page.sections.map((section) => ({
      section,
      // A phrase does not reach from a heading into the text.
      parts: [plain(section.heading), plain(section.text)],
    })),
  }));

  const holding = (phrases: readonly string[]): FoundPage[] =>
    shelf.flatMap(({ page, title, sections }) => {
      const holds = (parts: readonly string[]): boolean =>
        phrases.every((phrase) => parts.some((part) => part.includes(phrase)));
      const places = sections
        .filter(({ parts }) => holds(parts))
        .map(({ section }) => placeOf(page.address, section, phrases, folded));
      if (places.length === 0 && !holds([title])) return [];
      return [{ address: page.address, title: markedText(page.title, phrases, folded), places }];
    });

  return (query) => {
    const asked = cleanQuery(query);
    const phrase = plain(asked);
    if (phrase === '') return [];
    const found = holding([phrase]);
    const words = clausesOf(asked).map(plain);
    return found.length > 0 || words.length < 2 ? found : holding(words);
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
