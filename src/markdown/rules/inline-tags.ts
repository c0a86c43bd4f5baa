import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * The few tags of HTML that say what Markdown cannot, and that editors know from elsewhere: readings above characters,
 * what was added to a text, keys to press, numbers above and below the line. Bare and in pairs only: a tag with
 * attributes stays text, so nothing that could run ever gets through.
 */
const tag = /<(\/?)(ruby|rt|ins|kbd|sub|sup)\s*>/iy;
// Brackets for browsers without ruby are written by ourselves, whether or not the editor brings some.
const fallback = /<rp>\s*[（(）)[\]【】]?\s*<\/rp>/iy;

/** One tag as it was met, until its other half is found. */
interface Met {
  at: number;
  name: string;
  /** For a reading: the `<ruby>` it stands in. */
  within?: Met;
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
    for (const { at, name, end, within } of pairsIn(tokens)) {
      if (end === undefined || (name === 'rt' && within?.end === undefined)) continue;
      Object.assign(tokens[at]!, { type: `${name}_open`, nesting: 1, content: '' });
      Object.assign(tokens[end]!, { type: `${name}_close`, nesting: -1, content: '' });
    }
    for (const token of tokens) {
      if (token.type === 'inline_tag') Object.assign(token, { type: 'text', tag: '' });
    }
  });

  // The reading is left out of the search index, so that a word is found across it.
  md.renderer.rules['rt_open'] = () => '<rp data-pagefind-ignore>（</rp><rt data-pagefind-ignore>';
  md.renderer.rules['rt_close'] = () => '</rt><rp data-pagefind-ignore>）</rp>';
}

function matchAt(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}

/** Halves that belong together: never across the edge of a link or of emphasis, a reading only inside its `<ruby>`. */
function pairsIn(tokens: readonly Token[]): Met[] {
  const met: Met[] = [];
  const open: Met[] = [];
  tokens.forEach((token, at) => {
    const { type, tag: name, nesting } = token;
    if (type !== 'inline_tag') {
      if (nesting > 0) open.push({ at, name: type });
      if (nesting < 0)
        cutBack(
          open,
          open.findLastIndex((each) => each.name === type.replace('_close', '_open')),
        );
      return;
    }
    if (!token.meta?.['closes']) {
      const outer = open.at(-1);
      if (name === 'rt' && outer?.name !== 'ruby') return;
      const one: Met = { at, name, ...(name === 'rt' && outer ? { within: outer } : {}) };
      open.push(one);
      met.push(one);
      return;
    }
    const edge = open.findLastIndex((each) => each.name.endsWith('_open'));
    const half = open.findLastIndex((each) => each.name === name);
    if (half <= edge) return;
    open[half]!.end = at;
    cutBack(open, half);
  });
  return met;
}

const cutBack = (open: Met[], length: number): void => {
  if (length >= 0) open.length = length;
};
