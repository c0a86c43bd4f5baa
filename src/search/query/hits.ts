import { textDirective } from './text-fragment.ts';
import { startEngine, stoppedEngine } from '../engine/engine.ts';
import type { FoundPage } from '../engine/engine.ts';
import { excerptOf, markedText } from './excerpt.ts';
import type { ExcerptPart } from './excerpt.ts';
import type { Folded } from '../format/fold.ts';
import type { SearchResult } from './query.ts';
import type { PageMatch } from './ranking.ts';
import { folderFor, isOutdated } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { FetchFailure, failureKindOf } from '../engine/verified-fetch.ts';
import type { FailureKind } from '../engine/verified-fetch.ts';

/** A page as the results show it. */
export interface Hit {
  page: number;
  /** Missing where not even the list of addresses came. */
  address: string | undefined;
  title: ExcerptPart[];
  section: string;
  day: string;
  excerpt: ExcerptPart[];
  /** The headings under which the words stand. */
  parts: HitPart[];
}

export interface HitPart {
  title: ExcerptPart[];
  /** Of the heading. */
  address: string;
  /** Added to the address where the browser knows it, it leads to the very words. */
  directive: string;
}

/** So many headings are named under a result. */
const most = 3;

/** Pages as they are shown, and why some are shown without their texts. Rejects as `search` does. */
export async function hitsOf(
  answer: SearchResult,
  matches: readonly PageMatch[],
): Promise<{ hits: Hit[]; missed: FailureKind | undefined }> {
  const { shelf, phrases, told } = answer;
  const engine = told.titlesOnly
    ? stoppedEngine(new FetchFailure('The engine did not start.', told.missed ?? 'engine'))
    : await startEngine(shelf.base, shelf.stamp).catch((error: unknown) => stoppedEngine(error));
  let missed: FailureKind | undefined;
  const hits = await Promise.all(
    matches.map(async ({ page }) => {
      try {
        return await hitOf(shelf, page, await engine.page(page), phrases);
      } catch (error) {
        missed ??= failureKindOf(error);
        return plainHit(shelf, page, phrases);
      }
    }),
  );
  if (missed !== undefined && (await isOutdated(shelf)))
    throw new Error('The site has another index by now.');
  return { hits, missed };
}

async function hitOf(
  shelf: SearchIndex,
  number: number,
  page: FoundPage,
  phrases: readonly string[],
): Promise<Hit> {
  const folded = await folderFor(shelf, [page.title, ...page.blocks.map(({ text }) => text)]);
  const texts = page.blocks.filter(({ heading }) => heading === undefined).map(({ text }) => text);
  const isIn = (text: string, phrase: string): boolean => folded(text).text.includes(phrase);
  const lead = phrases.find((phrase) => texts.some((text) => isIn(text, phrase)));
  const shown =
    lead === undefined
      ? (underHeading(page, phrases, isIn) ?? texts.find(tells))
      : bestOf(texts, (text) => isIn(text, lead));
  return {
    page: number,
    address: page.address,
    title: markedText(page.title, phrases, folded),
    section: page.section,
    day: page.day,
    excerpt: excerptOf(shown ?? '', lead === undefined ? [] : [lead, ...phrases], folded),
    parts: partsOf(page, phrases, folded),
  };
}

/** What a heading that holds a phrase is about. */
function underHeading(
  { blocks }: FoundPage,
  phrases: readonly string[],
  isIn: (text: string, phrase: string) => boolean,
): string | undefined {
  const at = blocks.findIndex(
    ({ text, heading }) => heading !== undefined && phrases.some((phrase) => isIn(text, phrase)),
  );
  return at < 0 ? undefined : blocks.slice(at).find(({ heading }) => heading === undefined)?.text;
}

/** A label or a line of a table says less about a page than a sentence. */
const tells = (text: string): boolean => text.length >= enough && /[。！？；]/.test(text);

/** The best text that holds it; a short one is shown with what follows it. */
function bestOf(texts: readonly string[], holds: (text: string) => boolean): string | undefined {
  const best = texts.find((text) => tells(text) && holds(text));
  if (best !== undefined) return best;
  const at = texts.findIndex(holds);
  const shown = texts.slice(at, at + 1);
  for (const next of texts.slice(at + 1, at + 4)) if (shown.join('').length < enough) shown.push(next);
  return shown.join(' · ');
}
const enough = 16;

function partsOf(
  { address, blocks }: FoundPage,
  phrases: readonly string[],
  folded: (text: string) => Folded,
): HitPart[] {
  const plain = blocks.map(({ text, heading }) => ({ text, heading, folded: folded(text).text }));
  const lead = phrases.find((phrase) => plain.some((block) => block.folded.includes(phrase)));
  if (lead === undefined) return [];
  const parts: HitPart[] = [];
  let under: { text: string; heading: string; used: boolean } | undefined;
  for (const { text, heading, folded: words } of plain) {
    if (heading !== undefined) under = { text, heading, used: heading === '' };
    if (!under || under.used || !words.includes(lead)) continue;
    under.used = true;
    parts.push({
      title: markedText(under.text, phrases, folded),
      address: `${address}#${encodeURIComponent(under.heading)}`,
      directive: textDirective(text, lead, folded) ?? '',
    });
    if (parts.length === most) break;
  }
  return parts;
}

/** Without its text a page is a title and an address. */
async function plainHit(shelf: SearchIndex, page: number, phrases: readonly string[]): Promise<Hit> {
  const addresses = await shelf.table<string[]>('addresses').catch(() => []);
  const address = addresses[page];
  return {
    page,
    address: address === undefined ? undefined : shelf.base + address,
    title: markedText(shelf.catalogue.titles[page] ?? '', phrases),
    section: '',
    day: shelf.days[page] ?? '',
    excerpt: [],
    parts: [],
  };
}
