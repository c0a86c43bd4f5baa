import { partAnchors } from './entry-addresses.ts';
import type { CheckedEntry } from '../check/checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { percentDecoded } from './percent-decoded.ts';
import { closestWord } from './closest-word.ts';

/** Whether an entry's page has the place that stands behind `#`: in its text, or as one of its numbered parts. */
export function hasAnchor(entry: CheckedEntry, anchor: string): boolean {
  const name = percentDecoded(anchor);
  if (name.toLowerCase() === 'top' || partAnchors(collectionOf(entry.collection), entry.data).includes(name))
    return true;
  const { headings, placeCalled } = entry.rendered;
  return placeCalled?.(name) !== undefined || headings.some(({ slug }) => slug === name);
}

/** The place of an entry's page that was probably meant, as it is to be written behind `#`. */
export function closestAnchor(entry: CheckedEntry, anchor: string): string | undefined {
  const { headings, places = headings.map(({ slug }) => slug) } = entry.rendered;
  const parts = partAnchors(collectionOf(entry.collection), entry.data);
  const near = closestAnchorName(percentDecoded(anchor), new Set([...places, ...parts]));
  // “PDCA 2” has the form of a numbered part: only its whole id leads there.
  return near === undefined || hasAnchor(entry, near) ? near : `h-${near}`;
}

/** Among ids: one slip away, or the one that holds all that was written: `总则` of `第一章-总则`. */
export function closestAnchorName(name: string, ids: ReadonlySet<string>): string | undefined {
  const wanted = bare(name);
  const known = [...ids].map(bare).filter((id) => id !== '');
  // Two short words are always few changes apart; near is what shares a character at least.
  const near = closestWord(
    wanted,
    new Set(known.filter((id) => Array.from(wanted).some((letter) => id.includes(letter)))),
  );
  if (near !== undefined || wanted === '') return near;
  return known.find((id) => id.includes(wanted) || (id.length > 1 && wanted.includes(id)));
}

/** Headings are written without what stands before their ids. */
const bare = (id: string): string => id.replace(/^h-/, '').trim();
