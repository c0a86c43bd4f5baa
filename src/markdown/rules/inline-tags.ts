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
  const open = new OpenTags();
  tokens.forEach((token, at) => {
    const { type, tag: name, nesting } = token;
    if (type !== 'inline_tag') {
      if (nesting > 0) open.push({ at, name: edge }, { at, name: type });
      if (nesting < 0) open.close(type.replace('_close', '_open'), 2);
      return;
    }
    if (!token.meta?.['closes']) {
      const outer = open.last;
      if (name === 'rt' && outer?.name !== 'ruby') return;
      const pair: TagPair = { at, name, ...(name === 'rt' && outer ? { within: outer } : {}) };
      open.push(pair);
      pairs.push(pair);
      return;
    }
    if (open.placeOf(name) <= open.placeOf(edge)) return;
    open.close(name, 1)!.end = at;
  });
  return pairs;
}

/** Stands before each link and emphasis among the open tags. */
const edge = '';

/** What is open, with the places of each name: text with thousands of open tags must not be searched for each. */
class OpenTags {
  readonly #open: TagPair[] = [];
  readonly #places = new Map<string, number[]>();

  get last(): TagPair | undefined {
    return this.#open.at(-1);
  }

  push(...tags: readonly TagPair[]): void {
    for (const tag of tags) {
      const places = this.#places.get(tag.name);
      if (places) places.push(this.#open.length);
      else this.#places.set(tag.name, [this.#open.length]);
      this.#open.push(tag);
    }
  }

  /** The place of the innermost open tag of this name, or -1. */
  placeOf(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1;
  }

  /** Closes the innermost tag of this name with all that is open inside it; `size` is how many places it has. */
  close(name: string, size: 1 | 2): TagPair | undefined {
    const place = this.placeOf(name);
    if (place < 0) return undefined;
    const closed = this.#open[place];
    while (this.#open.length > place + 1 - size) this.#places.get(this.#open.pop()!.name)!.pop();
    return closed;
  }
}
