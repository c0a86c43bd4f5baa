import { partAnchors } from './entry-addresses.ts';
import type { CheckedEntry } from '../check/checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { percentDecoded } from './percent-decoded.ts';
import { closestWord } from './closest-word.ts';

/** Whether an entry's page has an anchor: in its text, or as one of its numbered parts. */
export function hasAnchor(entry: CheckedEntry, anchor: string): boolean {
  const name = percentDecoded(anchor);
  const { slugs, parts } = anchorsOf(entry);
  if (name.toLowerCase() === 'top' || parts.has(name) || slugs.has(name)) return true;
  return entry.rendered.placeCalled?.(name) !== undefined;
}

/** The anchor on an entry's page that was probably meant, as it is written after `#`. */
export function closestAnchor(entry: CheckedEntry, anchor: string): string | undefined {
  const { slugs, parts } = anchorsOf(entry);
  const places = entry.rendered.places ?? slugs;
  const near = closestAnchorName(percentDecoded(anchor), new Set([...places, ...parts]));
  // “PDCA 2” looks like a numbered part, so only the whole id of the heading works.
  return near === undefined || hasAnchor(entry, near) ? near : `h-${near}`;
}

interface Anchors {
  slugs: ReadonlySet<string>;
  parts: ReadonlySet<string>;
}
const anchors = new WeakMap<CheckedEntry, Anchors>();

/** Collected once for each entry, because a text can have thousands of links to one page. */
function anchorsOf(entry: CheckedEntry): Anchors {
  const known = anchors.get(entry);
  if (known) return known;
  const slugs = new Set(entry.rendered.headings.map(({ slug }) => slug));
  const parts = new Set(partAnchors(collectionOf(entry.collection), entry.data));
  anchors.set(entry, { slugs, parts });
  return { slugs, parts };
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
