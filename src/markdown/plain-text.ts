import type { Token } from 'markdown-it';

/** Text as it would be read aloud: for feeds, search and excerpts. One line per paragraph, heading or table row. */
export function plainText(tokens: Token[]): string {
  const lines: string[] = [];
  let row: string[] | undefined;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close' && row) {
      lines.push(row.filter(Boolean).join(' ').replaceAll('\n', ' '));
      row = undefined;
    } else if (token.type === 'fence') lines.push(token.content.trimEnd());
    else if (token.type === 'inline') (row ?? lines).push(inlineText(token.children ?? []));
  }
  return lines.filter(Boolean).join('\n');
}

/** Whether readers would see nothing. An image alone is something; invisible characters are not. */
export const showsNothing = (html: string, text: string): boolean =>
  !/[^\s\p{C}]/u.test(text) && !/<(?:img|hr)\b/.test(html);

/**
 * Of an image, only the caption counts as text. Footnote numbers and permalinks do not. A ruby reading follows its
 * character in brackets, and `10<sup>3</sup>` must not become 103.
 */
export function inlineText(children: Token[]): string {
  let raised: Record<string, string> | undefined;
  return children
    .map((token) => {
      if (token.type.endsWith('_open')) raised = raisedLetters[token.type] ?? raised;
      if (token.type === 'sup_close' || token.type === 'sub_close') raised = undefined;
      const text = textByType[token.type]?.(token) ?? '';
      return raised ? Array.from(text, (letter) => raised?.[letter] ?? letter).join('') : text;
    })
    .join('')
    .trim();
}

const letters = (plain: string, small: string): Record<string, string> =>
  Object.fromEntries(Array.from(plain, (letter, at) => [letter, Array.from(small)[at] ?? letter]));
const raisedLetters: Record<string, Record<string, string>> = {
  sup_open: letters('0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'),
  sub_open: letters('0123456789+-', '₀₁₂₃₄₅₆₇₈₉₊₋'),
};

const textByType: Record<string, (token: Token) => string> = {
  text: (token) => token.content,
  // An escaped character or an entity, until markdown-it joins it with its neighbours.
  text_special: (token) => token.content,
  code_inline: (token) => token.content,
  caption: (token) => token.content,
  rt_open: () => '（',
  rt_close: () => '）',
  softbreak: () => ' ',
  hardbreak: () => '\n',
};
