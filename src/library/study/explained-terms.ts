import { parseFragment, serialize } from 'parse5';
import { hasClass, isElementNode, isTextNode } from '../../html/tree.ts';
import type { Element, Node, Parent, TextNode } from '../../html/tree.ts';
import { namesIn } from '../../model/rules/terms.ts';
import type { Article } from '../entries/article.ts';

export interface MarkedText {
  html: string;
  /** Terms in the text, in order of their first occurrence. */
  terms: Article<'terms'>[];
}

/** Ids of a term's explanation at the end of the page, and of its link in the text. */
export const termPlace = (slug: string): string => `term-${slug}`;
export const termUse = (slug: string): string => `term-use-${slug}`;

/** A term and its aliases, longest first: 协商议事苑 is not 协商. */
export const namesOf = ({ data }: Article<'terms'>): string[] =>
  [data.title, ...namesIn(data.aliases)].sort((a, b) => b.length - a.length);

/**
 * Links the first occurrence of each term to its explanation at the end of the page, like a footnote, so it works
 * without script. Headings, links, code and captions are skipped.
 */
export function markTerms(html: string, terms: readonly Article<'terms'>[]): MarkedText {
  const names = terms
    .flatMap((term) => namesOf(term).map((name) => ({ name, term })))
    .sort((a, b) => b.name.length - a.name.length);
  if (names.length === 0) return { html, terms: [] };
  const used: Article<'terms'>[] = [];
  const tree = parseFragment(html);
  for (const node of textsIn(tree)) {
    let rest = node;
    for (let found = firstIn(rest.value, names, used); found; found = firstIn(rest.value, names, used)) {
      used.push(found.term);
      rest = putLink(rest, found.at, found.name, found.term.slug);
    }
  }
  return used.length === 0 ? { html, terms: [] } : { html: serialize(tree), terms: used };
}

/** Materials whose text contains a term. */
export const materialsMentioning = (
  term: Article<'terms'>,
  materials: readonly Article<'materials'>[],
): Article<'materials'>[] =>
  materials.filter(({ text }) => namesOf(term).some((name) => placeOf(text, name) >= 0));

/** Terms that occur in any of the materials, in the order given. */
export const termsMentionedIn = (
  materials: readonly Article<'materials'>[],
  terms: readonly Article<'terms'>[],
): Article<'terms'>[] => terms.filter((term) => materialsMentioning(term, materials).length > 0);

interface Name {
  name: string;
  term: Article<'terms'>;
}

/** The first name in a text; of two at the same position, the longer. */
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

/** The position of a name in a text. Latin words must match as a whole: `PDCA` is not in `PDCAs`. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const runsOn = (a: string | undefined, b: string | undefined): boolean =>
      /[A-Za-z\d]/.test(a ?? '') && /[A-Za-z\d]/.test(b ?? '');
    const end = at + name.length;
    if (!runsOn(text[at - 1], text[at]) && !runsOn(text[end - 1], text[end])) return at;
  }
  return -1;
}

const skippedElements = new Set([
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
  if (isElementNode(node) && (skippedElements.has(node.tagName) || hasClass(node, 'footnotes'))) return [];
  return 'childNodes' in node ? node.childNodes.flatMap(textsIn) : [];
}

/** Replaces a word by a link and returns the text after it. */
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
