import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * Turns a paragraph of images alone into figures, one for each image. The title, `![说明](图.jpg "图注")`, becomes the
 * caption. An image inside a sentence stays in the sentence.
 */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push('figures', (state) => {
    state.tokens = state.tokens.flatMap((token, index, tokens) => {
      const [open, inline, close] = [tokens[index - 1], tokens[index], tokens[index + 1]];
      if (isImageParagraph(open, inline, close)) return figuresOf(state, inline!);
      const isParagraphEdge =
        isImageParagraph(token, tokens[index + 1], tokens[index + 2]) ||
        isImageParagraph(tokens[index - 2], tokens[index - 1], token);
      return isParagraphEdge ? [] : [token];
    });
  });
  md.renderer.rules.caption = (tokens, index) =>
    `\n<figcaption>${md.utils.escapeHtml(tokens[index]!.content)}</figcaption>`;
}

const figureTokenTypes = new Set(['image', 'link_open', 'link_close', 'external_mark', 'softbreak']);

function isImageParagraph(open?: Token, inline?: Token, close?: Token): boolean {
  if (open?.type !== 'paragraph_open' || inline?.type !== 'inline' || close?.type !== 'paragraph_close')
    return false;
  const parts = inline.children ?? [];
  return (
    parts.some((part) => typeof part.meta?.attributes === 'string') &&
    parts.every(
      (part) => figureTokenTypes.has(part.type) || (part.type === 'text' && part.content.trim() === ''),
    ) &&
    // An empty link is not an image.
    parts.every((part, index) => part.type !== 'link_open' || parts[index + 1]?.type === 'image')
  );
}

function figuresOf(state: StateCore, inline: Token): Token[] {
  const figures: Token[] = [];
  let pending: Token[] = [];
  for (const part of inline.children ?? []) {
    if (part.type === 'softbreak' || part.type === 'text') continue;
    pending.push(part);
    const complete = part.type === 'link_close' || (part.type === 'image' && pending.length === 1);
    if (!complete) continue;
    figures.push(...figure(state, inline, pending));
    pending = [];
  }
  return figures;
}

function figure(state: StateCore, inline: Token, parts: Token[]): Token[] {
  const frame = (type: string, nesting: -1 | 1) =>
    Object.assign(new state.Token(type, 'figure', nesting), { block: true, level: inline.level });
  const caption = new state.Token('caption', 'figcaption', 0);
  caption.content = String(parts.find(({ type }) => type === 'image')?.attrGet('title') ?? '').trim();
  const content = new state.Token('inline', '', 0);
  content.children = caption.content ? [...parts, caption] : parts;
  content.map = inline.map;
  return [frame('figure_open', 1), content, frame('figure_close', -1)];
}
