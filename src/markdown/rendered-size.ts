import type { Token } from 'markdown-it';

/** What the HTML of a token has besides its own words: the tag, or the two links of a footnote. */
const tag = 20;
const perType: Readonly<Record<string, number>> = {
  text: 0,
  softbreak: 1,
  footnote_ref: 170,
  footnote_anchor: 170,
  permalink: 120,
  external_mark: 80,
};

/** About how long the HTML of these tokens will be. Adds lengths, so it costs nothing where rendering would cost all. */
export function renderedSize(tokens: readonly Token[]): number {
  let size = 0;
  for (const token of tokens) {
    // The content of a block is that of its children.
    if (token.type === 'inline') {
      size += renderedSize(token.children ?? []);
      continue;
    }
    size += (perType[token.type] ?? tag) + token.content.length;
    for (const [name, value] of token.attrs ?? []) size += name.length + String(value).length + 4;
  }
  return size;
}
