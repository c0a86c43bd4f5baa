import { textDirective } from './text-fragment.ts';
import { startEngine, stoppedEngine } from '../engine/engine.ts';
import type { PageFragment } from '../engine/engine.ts';
import { excerptOf, markedText } from './excerpt.ts';
import type { ExcerptPart } from './excerpt.ts';
import type { Folded } from '../format/fold.ts';
import type { SearchResult } from './search-result.ts';
import type { PageMatch } from './ranking.ts';
import { foldingFor, isOutdated } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { FetchFailure, failureKindOf } from '../engine/verified-fetch.ts';
import type { FailureKind } from '../engine/verified-fetch.ts';

/** A page in the list of results. */
export interface Hit {
  page: number;
  /** Undefined where even the list of addresses was not loaded. */
  address: string | undefined;
  title: ExcerptPart[];
  section: string;
  day: string;
  excerpt: ExcerptPart[];
  /** The sections that contain the words. */
  sections: HitSection[];
}

export interface HitSection {
  title: ExcerptPart[];
  /** Of the heading. */
  address: string;
  /** Added to the address in browsers that support it; then it leads to the words themselves. */
  directive: string;
}

/** How many sections a result names. */
const mostSections = 3;

/** Pages as they are shown, and why some come without their texts. Rejects as `search` does. */
export async function hitsOf(
  { index, phrases, notes }: SearchResult,
  matches: readonly PageMatch[],
): Promise<{ hits: Hit[]; missed: FailureKind | undefined }> {
  const engine = notes.titlesOnly
    ? stoppedEngine(new FetchFailure('The engine did not start.', notes.missed ?? 'engine'))
    : await startEngine(index.base, index.stamp).catch((error: unknown) => stoppedEngine(error));
  let missed: FailureKind | undefined;
  const hits = await Promise.all(
    matches.map(async ({ page }) => {
      try {
        return await hitOf(index, page, await engine.page(page), phrases);
      } catch (error) {
        missed ??= failureKindOf(error);
        return plainHit(index, page, phrases);
      }
    }),
  );
  if (missed !== undefined && (await isOutdated(index)))
    throw new Error('The site has another index by now.');
  return { hits, missed };
}

async function hitOf(
  index: SearchIndex,
  number: number,
  page: PageFragment,
  phrases: readonly string[],
): Promise<Hit> {
  const folded = await foldingFor(index, [page.title, ...page.blocks.map(({ text }) => text)]);
  const texts = page.blocks.filter(({ heading }) => heading === undefined).map(({ text }) => text);
  const isIn = (text: string, phrase: string): boolean => folded(text).text.includes(phrase);
  const lead = phrases.find((phrase) => texts.some((text) => isIn(text, phrase)));
  const shown =
    lead === undefined
      ? (underHeading(page, phrases, isIn) ?? texts.find(isSentence))
      : bestOf(texts, (text) => isIn(text, lead));
  return {
    page: number,
    address: page.address,
    title: markedText(page.title, phrases, folded),
    section: page.section,
    day: page.day,
    excerpt: excerptOf(shown ?? '', lead === undefined ? [] : [lead, ...phrases], folded),
    sections: sectionsOf(page, phrases, folded),
  };
}

/** The text below the first heading that contains a phrase. */
function underHeading(
  { blocks }: PageFragment,
  phrases: readonly string[],
  isIn: (text: string, phrase: string) => boolean,
): string | undefined {
  const at = blocks.findIndex(
    ({ text, heading }) => heading !== undefined && phrases.some((phrase) => isIn(text, phrase)),
  );
  return at < 0 ? undefined : blocks.slice(at).find(({ heading }) => heading === undefined)?.text;
}

/** A sentence says more about a page than a label or a cell of a table. */
const isSentence = (text: string): boolean => text.length >= enoughToRead && /[。！？；]/.test(text);

/** The first sentence that contains the phrase; or a shorter text, together with the texts after it. */
function bestOf(texts: readonly string[], contains: (text: string) => boolean): string | undefined {
  const best = texts.find((text) => isSentence(text) && contains(text));
  if (best !== undefined) return best;
  const at = texts.findIndex(contains);
  const shown = texts.slice(at, at + 1);
  for (const next of texts.slice(at + 1, at + 4)) if (shown.join('').length < enoughToRead) shown.push(next);
  return shown.join(' · ');
}
const enoughToRead = 16;

function sectionsOf(
  { address, blocks }: PageFragment,
  phrases: readonly string[],
  folded: (text: string) => Folded,
): HitSection[] {
  const plain = blocks.map(({ text, heading }) => ({ text, heading, folded: folded(text).text }));
  const lead = phrases.find((phrase) => plain.some((block) => block.folded.includes(phrase)));
  if (lead === undefined) return [];
  const sections: HitSection[] = [];
  let under: { text: string; heading: string; used: boolean } | undefined;
  for (const { text, heading, folded: words } of plain) {
    if (heading !== undefined) under = { text, heading, used: heading === '' };
    if (!under || under.used || !words.includes(lead)) continue;
    under.used = true;
    sections.push({
      title: markedText(under.text, phrases, folded),
      address: `${address}#${encodeURIComponent(under.heading)}`,
      directive: textDirective(text, lead, folded) ?? '',
    });
    if (sections.length === mostSections) break;
  }
  return sections;
}

/** A page whose text was not loaded: only title and address. */
async function plainHit(index: SearchIndex, page: number, phrases: readonly string[]): Promise<Hit> {
  const addresses = await index.table<string[]>('addresses').catch(() => []);
  const address = addresses[page];
  return {
    page,
    address: address === undefined ? undefined : index.base + address,
    title: markedText(index.catalogue.titles[page] ?? '', phrases),
    section: '',
    day: index.days[page] ?? '',
    excerpt: [],
    sections: [],
  };
}
