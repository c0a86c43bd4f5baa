import type { MarkdownIt, Token } from 'markdown-it';
import { inlineText } from '../plain-text.ts';

const alignClasses: Record<string, string> = {
  'text-align:left': 'align-start',
  'text-align:center': 'align-center',
  'text-align:right': 'align-end',
};

/**
 * A wide table scrolls inside its own container, also by keyboard, and the container has a label. Alignment is a class,
 * because the site's Content Security Policy allows no inline styles.
 */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push('tables', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'table_open') token.meta = { label: labelOf(tokens, index) };
      if (token.type !== 'th_open' && token.type !== 'td_open') return;
      const style = token.attrGet('style');
      token.attrs = style ? [['class', alignClasses[style] ?? 'align-start']] : null;
      if (token.type === 'th_open') setHeaderScope(token, tokens[index + 1]!, tokens[index + 2]!);
    });
  });

  md.renderer.rules.table_open = (tokens, index) => {
    const name = md.utils.escapeHtml(String(tokens[index]!.meta?.label));
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${name}">\n<table>\n`;
  };
  md.renderer.rules.table_close = () => '</table>\n</div>\n';
}

/** A table is labelled with the names of its columns. */
function labelOf(tokens: readonly Token[], start: number): string {
  let end = start;
  while (end < tokens.length && tokens[end]!.type !== 'thead_close') end++;
  const head = tokens.slice(start, end);
  const names = head
    .filter((token) => token.type === 'inline')
    .map((cell) => inlineText(cell.children ?? []));
  const joined = names.filter(Boolean).join('、');
  if (joined === '') return '表格';
  // The first row of a converted table often contains whole sentences.
  return `表格：${joined.length > 40 ? `${joined.slice(0, 39)}…` : joined}`;
}

/** A column without a name gets a plain cell, because a screen reader would announce an empty header. */
function setHeaderScope(open: Token, cell: Token, close: Token): void {
  if (inlineText(cell.children ?? []) === '') open.tag = close.tag = 'td';
  else open.attrPush(['scope', 'col']);
}
