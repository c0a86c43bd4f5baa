import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { indentedLines } from './paragraph-indents.ts';
import { hardBreaks } from '../syntax/written-line-breaks.ts';

const han = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}“”‘’—…·]/u;
// Full-width punctuation carries its own blank.
const wide = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

/**
 * What becomes of a line break in the source. An indented line is a paragraph of its own. Where somebody pressed Enter
 * for a new line (written-line-breaks.ts says where), it is one on the page. Elsewhere the sentence goes on: the break is a
 * blank, and between two Chinese characters, where that blank would be a hole in the sentence, nothing. Between
 * Chinese and Latin it stays.
 *
 * Blanks at the edges of a line go too, such as the `&emsp;&emsp;` that other systems put before a paragraph.
 */
export function lineBreaks(md: MarkdownIt): void {
  md.core.ruler.push('line_breaks', (state) => {
    state.tokens = state.tokens.flatMap((token, index, tokens) =>
      token.type === 'inline' && token.children ? settled(state, token, tokens[index - 1]) : [token],
    );
  });
}

interface Line {
  tokens: Token[];
  /** What ends it: a break in the source, or nothing for the last. */
  ending: Token | undefined;
  text: string;
}

function settled(state: StateCore, block: Token, open: Token | undefined): Token[] {
  const children = block.children ?? [];
  trimEdges(children);
  if (!children.some(isBreak)) return [block];
  const mayPart = open?.type === 'paragraph_open' && !open.hidden;
  const indented = indentedLines(state.env);
  const written = block.content.split('\n');
  const first = block.map?.[0] ?? 0;

  const parts: Part[] = [{ line: first, lines: [] }];
  for (const line of linesOf(children)) {
    const { ending, text } = line;
    parts.at(-1)!.lines.push(line);
    const next = (ending?.map?.[0] ?? first) + 1;
    const isIndented =
      indented.has(next) ||
      // Four blanks may also be how a list goes on; the end of a sentence tells.
      (/^(?: {4}|\t)/.test(written[next - first] ?? '') && /[。！？；：…][”’」）》]*$/.test(text));
    if (!ending || !isIndented) continue;
    // Inside emphasis, a link or a list without empty lines there can be no paragraph.
    if (mayPart && ending.level === 0) parts.push({ line: next, lines: [] });
    else makeBreak(ending);
  }
  return paragraphs(state, block, open, parts);
}

interface Part {
  /** Where it begins in the body, from 0. */
  line: number;
  lines: Line[];
}

function tokensOf({ lines }: Part): Token[] {
  const begins = hardBreaks(lines.map((line) => ({ text: line.text, isOfOnePiece: isOfOnePiece(line) })));
  return lines.flatMap(({ tokens, ending, text }, at) => {
    const next = lines[at + 1];
    if (!ending || !next) return tokens;
    if (begins[at + 1]) makeBreak(ending);
    return ending.type === 'softbreak' && isOneWord(text, next.text) ? tokens : [...tokens, ending];
  });
}

const picture = '\ufffc';

/** In a line, the number of a footnote and a note among editors have no place; a picture is no text. */
function linesOf(children: readonly Token[]): Line[] {
  const lines: Line[] = [{ tokens: [], ending: undefined, text: '' }];
  for (const token of children) {
    const line = lines.at(-1)!;
    if (isBreak(token)) {
      line.ending = token;
      lines.push({ tokens: [], ending: undefined, text: '' });
      continue;
    }
    line.tokens.push(token);
    if (token.type === 'text' || token.type === 'code_inline') line.text += token.content;
    else if (token.nesting === 0 && token.type !== 'footnote_ref' && token.type !== 'comment')
      line.text += picture;
  }
  return lines;
}

/** Bold from its first character to its last, or one link. */
function isOfOnePiece({ tokens, text }: Line): boolean {
  const parts = tokens.filter(({ type, content }) => type !== 'text' || content !== '');
  const marks = parts.filter(({ type }) => /^(?:strong|link)_/.test(type));
  return parts.length > 0 && parts[0] === marks[0] && parts.at(-1) === marks[1] && !text.includes(picture);
}

const isBreak = (token: Token | undefined) => token?.type === 'softbreak' || token?.type === 'hardbreak';

const isOneWord = (text: string, next: string) => {
  const before = [...text.slice(-2)].at(-1) ?? '';
  const after = [...next.slice(0, 2)][0] ?? '';
  return wide.test(before) || wide.test(after) || (han.test(before) && han.test(after));
};

function makeBreak(token: Token): void {
  Object.assign(token, { type: 'hardbreak', tag: 'br' });
}

function paragraphs(
  state: StateCore,
  block: Token,
  open: Token | undefined,
  parts: readonly Part[],
): Token[] {
  const first = block.map?.[0] ?? 0;
  const written = block.content.split('\n');
  return parts.flatMap((part, at) => {
    const end = parts[at + 1]?.line ?? block.map?.[1] ?? part.line + 1;
    const made = (type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token =>
      Object.assign(new state.Token(type, tag, nesting), { block: true, level, map: [part.line, end] });
    const inline = at === 0 ? block : made('inline', '', 0, block.level);
    inline.children = tokensOf(part);
    inline.content = written.slice(part.line - first, end - first).join('\n');
    if (at === 0) return [inline];
    const level = open?.level ?? 0;
    return [made('paragraph_close', 'p', -1, level), made('paragraph_open', 'p', 1, level), inline];
  });
}

function trimEdges(children: Token[]): void {
  children.forEach((token, index) => {
    if (token.type !== 'text') return;
    const [before, after] = [children[index - 1], children[index + 1]];
    if (!before || isBreak(before)) token.content = token.content.trimStart();
    if (!after || isBreak(after)) token.content = token.content.trimEnd();
  });
}
