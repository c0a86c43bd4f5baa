import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * `![合影](食堂 照片.jpg)` is not an image in CommonMark, because a link destination ends at a space. File names often
 * contain spaces, so a destination that ends with a file extension is accepted whole. Lengths are limited to keep the
 * search fast.
 */
const pattern =
  /(!?)\[([^[\]\n]{0,200})\]\(([^\n<>[\]:/#"][^\n<>[\]:"]{0,200}?\.[A-Za-z0-9]{2,5})(?: +"([^"\n]{0,200})")? *\)/y;

export function spacesInDestinations(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'spaces_in_destinations', (state, silent) => {
    const first = state.src[state.pos];
    if (first !== '[' && first !== '!') return false;
    pattern.lastIndex = state.pos;
    const [whole, bang, words = '', name = '', title] = pattern.exec(state.src) ?? [];
    if (whole === undefined || !name.includes(' ')) return false;
    if (!silent) {
      if (bang === '!') pushImage(state, words, name, title);
      else pushLink(state, words, name, title);
    }
    state.pos += whole.length;
    return true;
  });
}

function pushImage(state: StateInline, words: string, src: string, title: string | undefined): void {
  const token = state.push('image', 'img', 0);
  const children: Token[] = [];
  state.md.inline.parse(words, state.md, state.env, children);
  token.attrs = [['src', src], ['alt', ''], ...titleAttribute(title)];
  token.children = children;
  token.content = words;
}

function pushLink(state: StateInline, words: string, href: string, title: string | undefined): void {
  state.push('link_open', 'a', 1).attrs = [['href', href], ...titleAttribute(title)];
  const { pos, posMax } = state;
  state.pos += 1;
  state.posMax = state.pos + words.length;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  Object.assign(state, { pos, posMax });
  state.push('link_close', 'a', -1);
}

const titleAttribute = (title: string | undefined): [string, string][] =>
  title === undefined ? [] : [['title', title]];
