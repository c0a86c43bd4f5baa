import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { indentedLines } from './paragraph-indents.ts';
import { hardBreaks } from '../syntax/hard-breaks.ts';

const han = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}“”‘’—…·]/u;
// Full-width punctuation includes its own space.
const wide = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

/**
 * Handles line breaks in the source. An indented line starts a new paragraph. Where the writer pressed Enter for a new
 * line (see hard-breaks.ts), the page has a line break. Elsewhere the sentence continues: the break is a space, and
 * between two Chinese characters, where a space would look wrong, nothing. Between Chinese and Latin it stays a space.
 *
 * Also trims the edges of lines, such as the `&emsp;&emsp;` that other systems put before a paragraph.
 */
export function lineBreaks(md: MarkdownIt): void {
  md.core.ruler.push('line_breaks', (state) => {
    state.tokens = state.tokens.flatMap((token, index, tokens) =>
      token.type === 'inline' && token.children ? resolveBreaks(state, token, tokens[index - 1]) : [token],
    );
  });
}

interface Line {
  tokens: Token[];
  /** The break at its end; undefined for the last line. */
  ending: Token | undefined;
  text: string;
}

function resolveBreaks(state: StateCore, block: Token, open: Token | undefined): Token[] {
  const children = block.children ?? [];
  trimEdges(children);
  if (!children.some(isBreak)) return [block];
  const canSplit = open?.type === 'paragraph_open' && !open.hidden;
  const indented = indentedLines(state.env);
  const source = block.content.split('\n');
  const first = block.map?.[0] ?? 0;

  const paragraphs: Paragraph[] = [{ line: first, lines: [] }];
  for (const line of linesOf(children)) {
    const { ending, text } = line;
    paragraphs.at(-1)!.lines.push(line);
    const next = (ending?.map?.[0] ?? first) + 1;
    const isIndented =
      indented.has(next) ||
      // Four spaces may also continue a list item; only after a sentence are they an indent.
      (/^(?: {4}|\t)/.test(source[next - first] ?? '') && /[。！？；：…][”’」）》]*$/.test(text));
    if (!ending || !isIndented) continue;
    // Emphasis, links and tight lists cannot contain a paragraph.
    if (canSplit && ending.level === 0) paragraphs.push({ line: next, lines: [] });
    else makeBreak(ending);
  }
  return splitBlock(state, block, open, paragraphs);
}

interface Paragraph {
  /** Its first line in the body, from 0. */
  line: number;
  lines: Line[];
}

function tokensOf({ lines }: Paragraph): Token[] {
  const startsNewLine = hardBreaks(
    lines.map((line) => ({ text: line.text, isSingleSpan: isSingleSpan(line) })),
  );
  return lines.flatMap(({ tokens, ending, text }, at) => {
    const next = lines[at + 1];
    if (!ending || !next) return tokens;
    if (startsNewLine[at + 1]) makeBreak(ending);
    return ending.type === 'softbreak' && joinsWithoutSpace(text, next.text) ? tokens : [...tokens, ending];
  });
}

const placeholder = '\ufffc';

/** The text of each line. Footnote numbers and comments do not count as text, and an image is a placeholder. */
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
      line.text += placeholder;
  }
  return lines;
}

/** All bold from the first character to the last, or all one link. */
function isSingleSpan({ tokens, text }: Line): boolean {
  const parts = tokens.filter(({ type, content }) => type !== 'text' || content !== '');
  const marks = parts.filter(({ type }) => /^(?:strong|link)_/.test(type));
  return (
    parts.length > 0 && parts[0] === marks[0] && parts.at(-1) === marks[1] && !text.includes(placeholder)
  );
}

const isBreak = (token: Token | undefined) => token?.type === 'softbreak' || token?.type === 'hardbreak';

const joinsWithoutSpace = (text: string, next: string) => {
  const before = [...text.slice(-2)].at(-1) ?? '';
  const after = [...next.slice(0, 2)][0] ?? '';
  return wide.test(before) || wide.test(after) || (han.test(before) && han.test(after));
};

function makeBreak(token: Token): void {
  Object.assign(token, { type: 'hardbreak', tag: 'br' });
}

function splitBlock(
  state: StateCore,
  block: Token,
  open: Token | undefined,
  paragraphs: readonly Paragraph[],
): Token[] {
  const first = block.map?.[0] ?? 0;
  const source = block.content.split('\n');
  return paragraphs.flatMap((paragraph, at) => {
    const end = paragraphs[at + 1]?.line ?? block.map?.[1] ?? paragraph.line + 1;
    const token = (type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token =>
      Object.assign(new state.Token(type, tag, nesting), { block: true, level, map: [paragraph.line, end] });
    const inline = at === 0 ? block : token('inline', '', 0, block.level);
    inline.children = tokensOf(paragraph);
    inline.content = source.slice(paragraph.line - first, end - first).join('\n');
    if (at === 0) return [inline];
    const level = open?.level ?? 0;
    return [token('paragraph_close', 'p', -1, level), token('paragraph_open', 'p', 1, level), inline];
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
