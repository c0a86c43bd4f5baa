import type { MarkdownIt, Token } from 'markdown-it';
import { deepestNesting } from '../limits.ts';
import { inlineText } from '../plain-text.ts';
import { lineOf, reportProblem } from '../render-env.ts';

const containers = new Set([
  'blockquote_open',
  'list_item_open',
  'container_callout_open',
  'footnote_reference_open',
]);

export function nesting(md: MarkdownIt): void {
  // markdown-it silently drops what is nested too deep.
  md.core.ruler.after('block', 'nesting', (state) => {
    const deep = state.tokens.find(({ type, level }) => containers.has(type) && level >= deepestNesting - 1);
    if (!deep) return;
    reportProblem(
      state.env,
      lineOf(deep),
      `这里的引用、列表或提示框套了 ${String(deepestNesting)} 层还不止，更里面的内容读者看不到。请少套几层。`,
    );
  });

  // Emphasis and tags in one another: what reads the page calls itself for each level.
  md.core.ruler.push('inline_nesting', (state) => {
    for (const block of state.tokens) {
      const children = block.children ?? [];
      if (depthOf(children) <= deepestNesting) continue;
      const plain = Object.assign(new state.Token('text', '', 0), { content: inlineText(children) });
      block.children = [plain];
      reportProblem(
        state.env,
        lineOf(block),
        `这一段里的强调、链接或标签套了不止 ${String(deepestNesting)} 层。请检查星号和标签是不是成对，删去多余的。`,
      );
    }
  });
}

function depthOf(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.reduce((most, { nesting }) => Math.max(most, (depth += nesting)), 0);
}
