/** Not part of the text: anchors next to headings, footnote numbers, explanations that the reader opened. */
const silent =
  'rt, rp, .anchor, .footnote-ref, .footnote-backref, .external-mark, .term-note, [aria-hidden="true"]';
const blocks = 'h2, h3, h4, h5, h6, p, li, dt, dd, td, th, figcaption, blockquote';

interface Piece {
  node: Text;
  start: number;
}

/** A text as one string, with a line break between blocks, and a mapping from its positions to the page. */
export interface PassageText {
  whole: string;
  pieces: readonly Piece[];
}

export function readPassageText(root: Element): PassageText {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let whole = '';
  let last: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (!parent || parent.closest(silent) || node.data.trim() === '') continue;
    const block = parent.closest(blocks);
    if (whole !== '' && block !== last) whole += '\n';
    last = block;
    pieces.push({ node, start: whole.length });
    whole += node.data;
  }
  return { whole, pieces };
}

/** The start and end of a selection in the text; undefined where it is outside the text. */
export function spanOf({ pieces }: PassageText, selected: Range): { start: number; end: number } | undefined {
  const touched = pieces.filter(({ node }) => selected.intersectsNode(node));
  const [first] = touched;
  const last = touched[touched.length - 1];
  if (!first || !last) return undefined;
  const inside = ({ node, start }: Piece, container: Node, offset: number, otherwise: number): number =>
    start + (container === node ? offset : otherwise);
  const start = inside(first, selected.startContainer, selected.startOffset, 0);
  const end = inside(last, selected.endContainer, selected.endOffset, last.node.length);
  return end > start ? { start, end } : undefined;
}

/** The parts of text nodes between two positions. */
export function partsBetween(
  { pieces }: PassageText,
  start: number,
  end: number,
): { node: Text; from: number; to: number }[] {
  return pieces.flatMap(({ node, start: at }) => {
    const from = Math.max(0, start - at);
    const to = Math.min(node.length, end - at);
    return from < to ? [{ node, from, to }] : [];
  });
}
