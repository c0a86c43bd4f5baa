import type { MarkdownIt, Token } from 'markdown-it';
import { inlineText } from '../plain-text.ts';

const align: Record<string, string> = {
  'text-align:left': 'align-start',
  'text-align:center': 'align-center',
  'text-align:right': 'align-end',
};

/**
 * A wide table scrolls inside its own frame, also by keyboard, and the frame says which table it is. Alignment is a
 * class: the site's security policy allows no inline styles.
 */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push('tables', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'table_open') token.meta = { label: label(tokens.slice(index)) };
      if (token.type !== 'th_open' && token.type !== 'td_open') return;
      const style = token.attrGet('style');
      token.attrs = style ? [['class', align[style] ?? 'align-start']] : null;
      if (token.type === 'th_open') dressHeader(token, tokens[index + 1]!, tokens[index + 2]!);
    });
  });

  md.renderer.rules.table_open = (tokens, index) => {
    const name = md.utils.escapeHtml(String(tokens[index]!.meta?.label));
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${name}">\n<table>\n`;
  };
  md.renderer.rules.table_close = () => '</table>\n</div>\n';
}

/** The names of the columns are what readers know a table by. */
function label(tokens: Token[]): string {
  const head = tokens.slice(
    0,
    tokens.findIndex((token) => token.type === 'thead_close'),
  );
  const names = head
    .filter((token) => token.type === 'inline')
    .map((cell) => inlineText(cell.children ?? []));
  const named = names.filter(Boolean).join('、');
  if (named === '') return '表格';
  // Converted tables often have whole sentences in their first row.
  return `表格：${named.length > 40 ? `${named.slice(0, 39)}…` : named}`;
}

/** A column without a name has a cell, not a header: a screen reader would announce an empty one. */
function dressHeader(open: Token, cell: Token, close: Token): void {
  if (inlineText(cell.children ?? []) === '') open.tag = close.tag = 'td';
  else open.attrPush(['scope', 'col']);
}
