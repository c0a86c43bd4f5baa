import { parseFragment, serialize } from 'parse5';
import { hasClass, isElementNode, isTextNode } from '../../html/tree.ts';
import type { Element, Node, Parent, TextNode } from '../../html/tree.ts';
import { namesIn } from '../../model/rules/terms.ts';
import type { Article } from '../entries/article.ts';

export interface Explained {
  html: string;
  /** Terms of the text, in the order they first stand in it. */
  terms: Article<'terms'>[];
}

/** The place of a term's explanation at the end of a page, and of the word it explains in the text. */
export const termPlace = (slug: string): string => `term-${slug}`;
export const termUse = (slug: string): string => `term-use-${slug}`;

/** A term and its other names. The longest first: 协商议事苑 is not 协商. */
export const namesOf = ({ data }: Article<'terms'>): string[] =>
  [data.title, ...namesIn(data.aliases)].sort((a, b) => b.length - a.length);

/**
 * Leads each term, where it first stands in a text, to its explanation at the end of the page, as a footnote does: it
 * works without script. Headings, links, code and captions are left alone.
 */
export function markTerms(html: string, terms: readonly Article<'terms'>[]): Explained {
  const left = terms
    .flatMap((term) => namesOf(term).map((name) => ({ name, term })))
    .sort((a, b) => b.name.length - a.name.length);
  if (left.length === 0) return { html, terms: [] };
  const used: Article<'terms'>[] = [];
  const tree = parseFragment(html);
  for (const node of textsIn(tree)) {
    let rest = node;
    for (let found = firstIn(rest.value, left, used); found; found = firstIn(rest.value, left, used)) {
      used.push(found.term);
      rest = putLink(rest, found.at, found.name, found.term.slug);
    }
  }
  return used.length === 0 ? { html, terms: [] } : { html: serialize(tree), terms: used };
}

/** Materials that speak of a term, as far as their text tells. */
export const materialsSaying = (
  term: Article<'terms'>,
  materials: readonly Article<'materials'>[],
): Article<'materials'>[] =>
  materials.filter(({ text }) => namesOf(term).some((name) => placeOf(text, name) >= 0));

/** Terms that any of several materials speak of, in the order of the list given. */
export const termsSaidIn = (
  materials: readonly Article<'materials'>[],
  terms: readonly Article<'terms'>[],
): Article<'terms'>[] => terms.filter((term) => materialsSaying(term, materials).length > 0);

interface Name {
  name: string;
  term: Article<'terms'>;
}

/** The name that stands first in a text; of two at one place the longer. */
function firstIn(
  text: string,
  names: readonly Name[],
  used: readonly Article<'terms'>[],
): (Name & { at: number }) | undefined {
  return names
    .filter(({ term }) => !used.includes(term))
    .map((each) => ({ ...each, at: placeOf(text, each.name) }))
    .filter(({ at }) => at >= 0)
    .reduce<(Name & { at: number }) | undefined>(
      (first, each) => (first === undefined || each.at < first.at ? each : first),
      undefined,
    );
}

/** Where a name stands in a text. Latin letters must not run on: `PDCA` is not in `PDCAs`. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const runsOn = (a: string | undefined, b: string | undefined): boolean =>
      /[A-Za-z\d]/.test(a ?? '') && /[A-Za-z\d]/.test(b ?? '');
    const end = at + name.length;
    if (!runsOn(text[at - 1], text[at]) && !runsOn(text[end - 1], text[end])) return at;
  }
  return -1;
}

const leftAlone = new Set([
  'a',
  'button',
  'code',
  'pre',
  'figcaption',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

function textsIn(node: Node): TextNode[] {
  if (isTextNode(node)) return [node];
  if (isElementNode(node) && (leftAlone.has(node.tagName) || hasClass(node, 'footnotes'))) return [];
  return 'childNodes' in node ? node.childNodes.flatMap(textsIn) : [];
}

/** Puts a link in the place of a word, and gives back the text that follows it. */
function putLink(node: TextNode, at: number, word: string, slug: string): TextNode {
  const parent = node.parentNode as Parent;
  const made = parseFragment(
    `<a class="term" id="${termUse(slug)}" href="#${termPlace(slug)}" data-term></a>`,
  ).childNodes[0] as Element;
  const text = (value: string, inside: Parent): TextNode => ({
    nodeName: '#text',
    value,
    parentNode: inside,
  });
  made.childNodes = [text(word, made)];
  made.parentNode = parent;
  const after = text(node.value.slice(at + word.length), parent);
  parent.childNodes.splice(
    parent.childNodes.indexOf(node),
    1,
    ...[text(node.value.slice(0, at), parent), made, after],
  );
  return after;
}
