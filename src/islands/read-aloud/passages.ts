import { sentencesOf } from './sentences.ts';

/** One sentence of the page: its text and its position. */
export interface Passage {
  text: string;
  range: Range;
  /** The paragraph, cell or heading it belongs to. */
  block: Element;
}

/** Visual signs only: anchors next to headings, footnote numbers, links back. */
const silent =
  'script, style, svg, rt, rp, .anchor, .footnote-ref, .footnote-backref, .external-mark, .term-note, [aria-hidden="true"], [hidden], [data-search-ignore]';
const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, figcaption, blockquote, summary, div';

/** Every sentence in some elements, in reading order. Does not change the page. */
export function passagesOf(roots: Iterable<Element>): Passage[] {
  return [...roots].flatMap(inElement);
}

function inElement(root: Element): Passage[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const runs: { block: Element; nodes: Text[] }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || parent.closest(silent)) continue;
    const block = parent.closest(blocks) ?? root;
    const last = runs[runs.length - 1];
    if (last?.block === block) last.nodes.push(node);
    else runs.push({ block, nodes: [node] });
  }
  return runs.flatMap(({ block, nodes }) => inRun(block, nodes));
}

function inRun(block: Element, nodes: readonly Text[]): Passage[] {
  const text = nodes.map(({ data }) => data).join('');
  return sentencesOf(text).map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...placeAt(nodes, start));
    range.setEnd(...placeAt(nodes, end));
    return { text: text.slice(start, end).replace(/\s+/g, ' ').trim(), range, block };
  });
}

function placeAt(nodes: readonly Text[], offset: number): [Text, number] {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.length) return [node, offset - before];
    before += node.length;
  }
  throw new Error(`There are only ${String(before)} characters, and ${String(offset)} were asked for.`);
}
