import type { MarkdownIt, Token } from 'markdown-it';

const han = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}“”‘’—…·]/u;
// Full-width punctuation carries its own blank.
const wide = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

const opening = /^[\s\u3000]+/;
const closing = /[\s\u3000]+$/;

/**
 * A line break in the source is a blank on the page. Between two Chinese characters that blank is a hole in the
 * sentence, so the break goes. Between Chinese and Latin it stays. Blanks at the edges of a line go too, such as the
 * `&emsp;&emsp;` that other systems put before a paragraph.
 */
export function lineBreaks(md: MarkdownIt): void {
  md.core.ruler.push('line_breaks', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'inline' && token.children) token.children = joined(token.children);
    }
  });
}

function joined(children: Token[]): Token[] {
  trimEdges(children);
  return children.filter((token, index) => {
    if (token.type !== 'softbreak') return true;
    const before = lastCharacter(children.slice(0, index));
    const after = firstCharacter(children.slice(index + 1));
    return !(wide.test(before) || wide.test(after) || (han.test(before) && han.test(after)));
  });
}

function trimEdges(children: Token[]): void {
  children.forEach((token, index) => {
    if (token.type !== 'text') return;
    if (isEdge(children[index - 1])) token.content = token.content.replace(opening, '');
    if (isEdge(children[index + 1])) token.content = token.content.replace(closing, '');
  });
}

const isEdge = (token: Token | undefined) =>
  token === undefined || token.type === 'softbreak' || token.type === 'hardbreak';

const lastCharacter = (tokens: Token[]) => [...visible(tokens.findLast(hasPlace))].at(-1) ?? '';
const firstCharacter = (tokens: Token[]) => [...visible(tokens.find(hasPlace))][0] ?? '';

/** Emphasis, links and footnote numbers stand between two characters without parting them. */
const hasPlace = (token: Token) =>
  token.nesting === 0 && token.type !== 'footnote_ref' && token.type !== 'comment' && visible(token) !== '';

function visible(token: Token | undefined): string {
  if (!token) return '';
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '\n';
}
