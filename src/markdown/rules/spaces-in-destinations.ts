import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * `![合影](食堂 照片.jpg)` is no picture for CommonMark, for an address ends at a blank; the line would stand there as
 * text. Names of files have blanks in them on every desktop, so a name that ends like a file is taken whole. Lengths
 * have a limit, so that no text makes the search long.
 */
const pattern =
  /(!?)\[([^[\]\n]{0,200})\]\(([^\n<>[\]:/#"][^\n<>[\]:"]{0,200}?\.[A-Za-z0-9]{2,5})(?: +"([^"\n]{0,200})")? *\)/y;

export function spacesInDestinations(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'blank_names', (state, silent) => {
    const mark = state.src[state.pos];
    if (mark !== '[' && mark !== '!') return false;
    pattern.lastIndex = state.pos;
    const [whole, picture, words = '', name = '', title] = pattern.exec(state.src) ?? [];
    if (whole === undefined || !name.includes(' ')) return false;
    if (!silent) {
      if (picture === '!') pushPicture(state, words, name, title);
      else pushLink(state, words, name, title);
    }
    state.pos += whole.length;
    return true;
  });
}

function pushPicture(state: StateInline, words: string, src: string, title: string | undefined): void {
  const token = state.push('image', 'img', 0);
  const children: Token[] = [];
  state.md.inline.parse(words, state.md, state.env, children);
  token.attrs = [['src', src], ['alt', ''], ...titled(title)];
  token.children = children;
  token.content = words;
}

function pushLink(state: StateInline, words: string, href: string, title: string | undefined): void {
  state.push('link_open', 'a', 1).attrs = [['href', href], ...titled(title)];
  const { pos, posMax } = state;
  state.pos += 1;
  state.posMax = state.pos + words.length;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  Object.assign(state, { pos, posMax });
  state.push('link_close', 'a', -1);
}

const titled = (title: string | undefined): [string, string][] =>
  title === undefined ? [] : [['title', title]];
