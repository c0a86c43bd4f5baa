import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';

/** No label is longer. The plugin would search the rest of the text for the end of each label that has none. */
const longestLabel = 200;

/**
 * markdown-it-footnote, whose work grows with the square of the number of notes in three places: it copies all tokens
 * for each note, it looks for the end of a label in the whole text, and its tokens do not say where a note begins.
 */
export function footnoteLists(md: MarkdownIt): void {
  const before = new Set<unknown>([...md.block.ruler.getRules(''), ...md.inline.ruler.getRules('')]);
  md.use(footnote);
  const [define] = md.block.ruler.getRules('').filter((rule) => !before.has(rule));
  const [inline, refer] = md.inline.ruler.getRules('').filter((rule) => !before.has(rule));
  if (!define || !inline || !refer) throw new Error('markdown-it-footnote has other rules than 4.0.0.');

  md.block.ruler.at(
    'footnote_def',
    (state, startLine, endLine, silent) => {
      if (!startsLabel(state, state.bMarks[startLine]! + state.tShift[startLine]!)) return false;
      const at = state.tokens.length;
      const isNote = define(state, startLine, endLine, silent);
      if (isNote && !silent) state.tokens[at]!.map = [startLine, startLine + 1];
      return isNote;
    },
    { alt: ['paragraph', 'reference'] },
  );
  md.inline.ruler.at(
    'footnote_ref',
    (state, silent) => startsLabel(state, state.pos) && refer(state, silent),
  );
  md.core.ruler.at('footnote_tail', moveNotesToEnd);
}

function startsLabel({ src }: StateBlock | StateInline, at: number): boolean {
  if (!src.startsWith('[^', at)) return false;
  return src.slice(at + 2, at + 3 + longestLabel).includes(']');
}

interface Note {
  label?: string;
  /** How often it is used, if it has a label. */
  count?: number;
  content?: string;
  /** The content of a note within the text, `^[…]`. */
  tokens?: Token[];
}

/** Does what the plugin's rule of this name does, in time that grows with the text. */
function moveNotesToEnd(state: StateCore): void {
  const { list } = (state.env['footnotes'] ?? {}) as { list?: Note[] };
  const { rest, byLabel } = split(state.tokens);
  state.tokens = rest;
  if (!list) return;
  const token = (type: string, tag: string, nesting: -1 | 0 | 1, more: Partial<Token> = {}): Token =>
    Object.assign(new state.Token(type, tag, nesting), more);
  rest.push(token('footnote_block_open', '', 1));
  for (const [id, { label, count = 0, content = '', tokens }] of list.entries()) {
    const meta = { id, label };
    const found = tokens
      ? [
          token('paragraph_open', 'p', 1, { block: true }),
          token('inline', '', 0, { children: tokens, content }),
          token('paragraph_close', 'p', -1, { block: true }),
        ]
      : (byLabel.get(label) ?? []);
    rest.push(token('footnote_open', '', 1, { meta }));
    for (const each of found) rest.push(each);
    const last = rest.at(-1)?.type === 'paragraph_close' ? rest.pop() : undefined;
    for (let subId = 0; subId < Math.max(1, count); subId++)
      rest.push(token('footnote_anchor', '', 0, { meta: { ...meta, subId } }));
    if (last) rest.push(last);
    rest.push(token('footnote_close', '', -1));
  }
  rest.push(token('footnote_block_close', '', -1));
}

/** The tokens outside notes, and those of each note. Of two notes with one label the later one counts. */
function split(tokens: readonly Token[]): { rest: Token[]; byLabel: Map<unknown, Token[]> } {
  const rest: Token[] = [];
  const byLabel = new Map<unknown, Token[]>();
  let inside: Token[] | undefined;
  let label: unknown;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') [inside, label] = [[], token.meta?.['label']];
    else if (token.type === 'footnote_reference_close') {
      if (inside) byLabel.set(label, inside);
      inside = undefined;
    } else (inside ?? rest).push(token);
  }
  return { rest, byLabel };
}
