import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * The few HTML tags that express what Markdown cannot: ruby readings, inserted text, keys, superscript and subscript.
 * Only pairs without attributes count. A tag with attributes stays text, so nothing executable gets through.
 */
const tag = /<(\/?)(ruby|rt|ins|kbd|sub|sup)\s*>/iy;
// The renderer adds fallback brackets for browsers without ruby, so the editor's own are dropped.
const fallback = /<rp>\s*[（(）)[\]【】]?\s*<\/rp>/iy;

/** An opening tag, and its closing tag once that is found. */
interface TagPair {
  at: number;
  name: string;
  /** For `<rt>`: the `<ruby>` around it. */
  within?: TagPair;
  end?: number;
}

export function inlineTags(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'inline_tag', (state, silent) => {
    if (state.src[state.pos] !== '<') return false;
    const found = matchAt(tag, state) ?? matchAt(fallback, state);
    if (!found) return false;
    state.pos += found[0].length;
    const name = found[2]?.toLowerCase();
    if (silent || name === undefined) return true;
    const token = state.push('inline_tag', name, 0);
    token.content = found[0];
    token.meta = { closes: found[1] === '/' };
    return true;
  });

  md.inline.ruler2.before('fragments_join', 'inline_tags', ({ tokens }) => {
    if (!tokens.some(({ type }) => type === 'inline_tag')) return;
    for (const { at, name, end, within } of tagPairs(tokens)) {
      if (end === undefined || (name === 'rt' && within?.end === undefined)) continue;
      Object.assign(tokens[at]!, { type: `${name}_open`, nesting: 1, content: '' });
      Object.assign(tokens[end]!, { type: `${name}_close`, nesting: -1, content: '' });
    }
    for (const token of tokens) {
      if (token.type === 'inline_tag') Object.assign(token, { type: 'text', tag: '' });
    }
  });

  // Readings are not in the search index, so that a search finds a word with readings inside.
  md.renderer.rules['rt_open'] = () => '<rp data-pagefind-ignore>（</rp><rt data-pagefind-ignore>';
  md.renderer.rules['rt_close'] = () => '</rt><rp data-pagefind-ignore>）</rp>';
}

function matchAt(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}

/** Matches opening and closing tags: never across the edge of a link or emphasis, and `<rt>` only inside `<ruby>`. */
function tagPairs(tokens: readonly Token[]): TagPair[] {
  const pairs: TagPair[] = [];
  const open: TagPair[] = [];
  tokens.forEach((token, at) => {
    const { type, tag: name, nesting } = token;
    if (type !== 'inline_tag') {
      if (nesting > 0) open.push({ at, name: type });
      if (nesting < 0)
        truncate(
          open,
          open.findLastIndex((each) => each.name === type.replace('_close', '_open')),
        );
      return;
    }
    if (!token.meta?.['closes']) {
      const outer = open.at(-1);
      if (name === 'rt' && outer?.name !== 'ruby') return;
      const pair: TagPair = { at, name, ...(name === 'rt' && outer ? { within: outer } : {}) };
      open.push(pair);
      pairs.push(pair);
      return;
    }
    const edge = open.findLastIndex((each) => each.name.endsWith('_open'));
    const start = open.findLastIndex((each) => each.name === name);
    if (start <= edge) return;
    open[start]!.end = at;
    truncate(open, start);
  });
  return pairs;
}

const truncate = (open: TagPair[], length: number): void => {
  if (length >= 0) open.length = length;
};
