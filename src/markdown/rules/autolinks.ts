import type { MarkdownIt } from 'markdown-it';
import { autolinkEnd } from '../syntax/autolink-end.ts';
import { lineOf, reportProblem } from '../render-env.ts';

/**
 * Turns bare addresses into links: http and https only. Words such as `readme.md` or an e-mail address stay text,
 * because guessing makes unwanted links. Replaces markdown-it's `linkify` rule, which ends an address at the first
 * character outside its list and cannot report that the end is uncertain.
 */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.at('linkify', (state, silent) => {
    // In silent mode markdown-it only looks for the end of a link label, and must not skip past it.
    if (silent || state.linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false;
    // Not read from `pending`, which V8 would have to flatten for every match.
    const scheme = /(?<![a-z\d.+-])https?$/i.exec(
      state.src.slice(Math.max(0, state.pos - 8), state.pos),
    )?.[0];
    if (scheme === undefined) return false;
    const start = state.pos - scheme.length;
    const { length, uncertain } = autolinkEnd(
      state.src,
      state.pos + 1,
      state.src.slice(Math.max(0, start - 1), start),
    );
    const url = state.src.slice(start, Math.min(state.posMax, state.pos + 1 + length)).replace(/\*+$/, '');
    if (length === 0) return false;
    state.pending = state.pending.slice(0, -scheme.length);
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', url]];
    open.meta = { uncertain: uncertain === undefined ? undefined : `${scheme}:${uncertain}`, url };
    state.push('text', '', 0).content = state.md.normalizeLinkText(url);
    const close = state.push('link_close', 'a', -1);
    open.markup = close.markup = 'linkify';
    open.info = close.info = 'auto';
    state.pos = start + url.length;
    return true;
  });

  md.core.ruler.after('line_numbers', 'autolink_problems', (state) => {
    for (const { children } of state.tokens) {
      let inLink = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          inLink = true;
          const { uncertain, url } = token.meta ?? {};
          if (typeof uncertain === 'string')
            reportProblem(state.env, lineOf(token), uncertainMessage(uncertain, String(url)));
        } else if (token.type === 'link_close') inLink = false;
        else if (token.type === 'text' && !inLink) {
          for (const [found] of token.content.matchAll(unreadableAddress)) {
            reportProblem(state.env, lineOf(token), unreadableMessage(found));
          }
          for (const [found, scheme = '', rest = ''] of token.content.matchAll(brokenScheme)) {
            reportProblem(
              state.env,
              lineOf(token),
              brokenSchemeMessage(found, `${scheme.toLowerCase()}://${rest}`),
            );
          }
        }
      }
    }
  });
}

// Starts like an address, but has no valid host: https://示例欢迎
const unreadableAddress = /https?:\/\/[a-z\d.-]{0,60}[^\s -~\p{P}][\p{L}\p{N}.-]{0,60}/giu;

// http//, http:/, https;//
const brokenScheme =
  /(?<![a-z\d])(https?)(?:[:：][/／](?![/／])|[;；]?[/／]{2})([a-z\d][a-z\d-]{0,60}(?:\.[a-z\d-]{1,60}){0,4}\.[a-z]{2,10}(?![a-z\d]))/giu;

const uncertainMessage = (whole: string, url: string): string =>
  `看不出网址“${whole}”到哪里为止。整个都是网址，请放进尖括号，写成“<${whole}>”；` +
  `只到“${url}”，请在它后面空一格。`;

const unreadableMessage = (found: string): string =>
  `网址“${found}”读不出来。请写全网址，如“https://www.example.cn/”，后面空一格；含汉字的网址请放进尖括号，如“<https://示例.中国/>”。`;

const brokenSchemeMessage = (found: string, intended: string): string =>
  `网址“${found}”的开头不对，读者点不开。请改成“${intended}”。`;
