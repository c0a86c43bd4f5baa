import type { MarkdownIt, Token } from 'markdown-it';
import { calloutKinds, calloutExamples } from './callouts.ts';
import { lineOf, reportProblem } from '../render-env.ts';

// GitHub's `> [!NOTE]`, Obsidian's `> [!note]- 标题`, and both as a Chinese input method writes them.
const alertMarker = /^[[［【][!！]\s*([^\]］】\s]+)\s*[\]］】][+-]?[ \t]*(.*)$/;

/**
 * A blockquote that starts with `[!NOTE]` is a callout in other editors, and here too: its tokens become those of
 * `:::提示`. An unknown kind stays a blockquote and is reported.
 */
export function githubAlerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'github_alerts', (state) => {
    const { tokens } = state;
    const open: { token: Token; converted: boolean }[] = [];
    const dropped = new Set<Token>();
    tokens.forEach((token, index) => {
      if (token.type === 'blockquote_open') {
        open.push({ token, converted: convertToCallout(token, tokens.slice(index + 1, index + 4), dropped) });
      }
      if (token.type === 'blockquote_close' && open.pop()?.converted) {
        Object.assign(token, { type: 'container_callout_close', tag: 'div' });
      }
    });
    state.tokens = tokens.filter((token) => !dropped.has(token));
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
      const word = alertMarker.exec(firstLine(token))?.[1];
      if (word === undefined || !/^[[［【][!！]\s*[\p{Script=Han}A-Za-z-]+/u.test(token.content)) return;
      reportProblem(
        state.env,
        lineOf(token),
        `网站不认“[!${word}]”这样的提示框。可以写${calloutExamples}，框的最后单独写一行“:::”。`,
      );
    });
  });
}

const firstLine = ({ content }: Token): string => content.split('\n', 1)[0] ?? '';

function convertToCallout(quote: Token, [open, inline, close]: Token[], dropped: Set<Token>): boolean {
  if (open?.type !== 'paragraph_open' || !inline || !close) return false;
  const [, word = '', title = ''] = alertMarker.exec(firstLine(inline)) ?? [];
  const kind = calloutKinds.find(({ aliases }) => aliases.includes(word.toLowerCase()));
  if (!kind) return false;
  // It ends with the blockquote, so it needs no closing `:::`.
  Object.assign(quote, {
    type: 'container_callout_open',
    tag: 'div',
    info: `${kind.aliases[0] ?? ''} ${title}`,
    meta: { closed: true },
  });
  const rest = inline.content.slice(firstLine(inline).length + 1);
  if (rest.trim() === '') for (const token of [open, inline, close]) dropped.add(token);
  const [first = 0, end = 0] = inline.map ?? [];
  inline.content = rest;
  inline.map = [first + 1, end];
  return true;
}
