import { isMap, isScalar, isSeq, parse } from 'yaml';
import type { Node } from 'yaml';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { parseFrontMatter, splitEntry } from '../../../src/model/front-matter/entry-file.ts';
import type { Field, Fields } from '../../../src/model/fields.ts';
import { scalarText } from '../../../src/model/front-matter/read-value.ts';

/** A move of an entry. `from` and `to` are addresses of the site, such as `/notices/2026/a/`. */
export interface Move {
  from: string;
  to: string;
  /** The old and new slug in relations; undefined if relations do not change. */
  slugs?: { collection: string; from: string; to: string } | undefined;
}

/**
 * Updates references to moved entries: relations and addresses in fields, and links in the body. All other bytes stay
 * the same.
 */
export function withReferencesMoved(collection: Collection, text: string, moves: readonly Move[]): string {
  return moves.reduce((moved, move) => {
    if (!moved.includes(withoutSlash(move.from)) && !moved.includes(move.slugs?.from ?? '\0')) return moved;
    return moveInBody(moveInFields(collection, moved, move), move);
  }, text);
}

function moveInFields({ fields }: Collection, text: string, move: Move): string {
  const split = splitEntry(text);
  if (!split) return text;
  const { document, errors } = parseFrontMatter(split.frontMatter);
  if (errors.length > 0 || !isMap(document.contents)) return text;
  const start = text.indexOf('\n') + 1;
  const source = split.frontMatter;
  let moved = '';
  let done = 0;
  for (const { node, from, to } of referencesIn(fields, document.contents, move)) {
    const [begin = 0, end = 0] = node.range ?? [];
    const token = source.slice(begin, end);
    // Quote plain scalars that YAML would not read as a string.
    const plain = token === from && parse(to) !== to ? JSON.stringify(to) : to;
    moved += source.slice(done, begin) + token.replace(from, () => plain);
    done = end;
  }
  return text.slice(0, start) + moved + source.slice(done) + text.slice(start + source.length);
}

interface Reference {
  node: Node;
  from: string;
  to: string;
}

/** In the order of the file. */
function referencesIn(fields: Fields, map: unknown, move: Move): Reference[] {
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) => {
    const field = fields[isScalar(key) ? String(key.value) : ''];
    // Fields maintained by the desk record the past and must not change.
    if (!field || field.byDesk) return [];
    const each: unknown[] = isSeq(value) ? value.items : [value];
    if (field.kind === 'parts') return each.flatMap((part) => referencesIn(field.fields, part, move));
    return each.flatMap((item) => referenceIn(field, item, move));
  });
}

function referenceIn(field: Field, item: unknown, { from, to, slugs }: Move): Reference[] {
  const value = scalarText(item);
  if (value === undefined) return [];
  const node = item as Node;
  if (field.kind === 'relation') {
    const meant = slugs !== undefined && field.to === slugs.collection && value === slugs.from;
    return meant ? [{ node, from: slugs.from, to: slugs.to }] : [];
  }
  // Text fields whose whole value is an address, such as evidence.
  if (field.kind !== 'text' || !pointsTo(value, from)) return [];
  return [{ node, from: withoutSlash(from), to: withoutSlash(to) }];
}

/**
 * Only the renderer knows whether an address is in a link or is text or code. So the occurrences are replaced for trial,
 * all of them first: if every one was a link, or none, that is known after one rendering. Otherwise each half is tried.
 */
function moveInBody(text: string, { from, to }: Move): string {
  const split = splitEntry(text);
  const [old, fresh] = [withoutSlash(from), withoutSlash(to)];
  if (!split?.body.includes(old)) return text;
  const pieces = split.body.split(old);
  const isMoved = pieces.slice(1).map(() => false);
  const joined = (): string =>
    pieces.reduce((body, piece, index) => body + (isMoved[index - 1] ? fresh : old) + piece);
  // A definition stands for all links that use it, so then one link less for each occurrence proves nothing.
  const hasDefinition = pieces.some((piece) => /\]:\s*<?$/.test(piece));
  let left = linksTo(joined(), from);
  const decide = (first: number, end: number): void => {
    if (left === 0) return;
    isMoved.fill(true, first, end);
    const fewer = left - linksTo(joined(), from);
    const isOne = end - first === 1;
    const areLinks = isOne ? fewer > 0 : fewer === end - first && !hasDefinition;
    if (areLinks) left -= fewer;
    else isMoved.fill(false, first, end);
    if (areLinks || isOne || fewer <= 0) return;
    const middle = Math.floor((first + end) / 2);
    decide(middle, end);
    decide(first, middle);
  };
  decide(0, isMoved.length);
  return text.slice(0, text.length - split.body.length) + joined();
}

const linksTo = (body: string, address: string): number =>
  renderMarkdown(body).links.filter(({ href }) => pointsTo(href, address)).length;

/** Ignores the trailing slash, the query and the fragment. */
const pointsTo = (href: string, address: string): boolean =>
  withoutSlash(href.split(/[?#]/, 1)[0] ?? '') === withoutSlash(address);

const withoutSlash = (address: string): string => address.replace(/\/$/, '');
