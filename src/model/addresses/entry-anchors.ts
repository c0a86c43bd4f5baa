import { partAnchors } from './entry-addresses.ts';
import type { CheckedEntry } from '../check/checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { percentDecoded } from './percent-decoded.ts';
import { closestWord } from './closest-word.ts';

/** Whether an entry's page has an anchor: in its text, or as one of its numbered parts. */
export function hasAnchor(entry: CheckedEntry, anchor: string): boolean {
  const name = percentDecoded(anchor);
  if (name.toLowerCase() === 'top' || partsOf(entry).has(name)) return true;
  const { headings, placeCalled } = entry.rendered;
  return placeCalled ? placeCalled(name) !== undefined : headings.some(({ slug }) => slug === name);
}

/** By entry, because a text can have thousands of links to one page. */
const parts = new WeakMap<object, ReadonlySet<string>>();

function partsOf(entry: CheckedEntry): ReadonlySet<string> {
  const known = parts.get(entry.data) ?? new Set(partAnchors(collectionOf(entry.collection), entry.data));
  parts.set(entry.data, known);
  return known;
}

/** The anchor on an entry's page that was probably meant, as it is written after `#`. */
export function closestAnchor(entry: CheckedEntry, anchor: string): string | undefined {
  const { headings, places = headings.map(({ slug }) => slug) } = entry.rendered;
  const near = closestAnchorName(percentDecoded(anchor), new Set([...places, ...partsOf(entry)]));
  // “PDCA 2” looks like a numbered part, so only the whole id of the heading works.
  return near === undefined || hasAnchor(entry, near) ? near : `h-${near}`;
}

/** The id with a small typing error, or one that contains the text: `第一章-总则` for `总则`. */
export function closestAnchorName(name: string, ids: ReadonlySet<string>): string | undefined {
  const wanted = bare(name);
  if (wanted.length > longestName || ids.size > mostIds) return undefined;
  const known = [...ids].map(bare).filter((id) => id !== '');
  // Between two short words there are always few changes, so they must share a character.
  const near = closestWord(
    wanted,
    new Set(known.filter((id) => Array.from(wanted).some((letter) => id.includes(letter)))),
  );
  if (near !== undefined || wanted === '') return near;
  return known.find((id) => id.includes(wanted) || (id.length > 1 && wanted.includes(id)));
}

/** Ids are shorter, and comparing with thousands of them for each link would take longer than the whole check. */
const longestName = 120;
const mostIds = 2000;

/** Headings are written without the prefix of their ids. */
const bare = (id: string): string => id.replace(/^h-/, '').trim();
