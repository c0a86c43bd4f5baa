import type { MarkdownIt } from 'markdown-it';
import { autolinkEnd } from '../syntax/autolink-end.ts';
import { lineOf, reportProblem } from '../render-env.ts';

/**
 * Addresses written bare become links: http and https only. Words such as `readme.md` or an e-mail address never do;
 * guessing makes links nobody asked for. Takes the place of markdown-it's own rule, which ends an address where its
 * list of characters ends and cannot say that it is not sure.
 */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.at('linkify', (state, silent) => {
    // A look ahead for the end of a link's words makes nothing, and must not run past it.
    if (silent || state.linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false;
    // Not from `pending`, which is put together anew each time somebody looks at its end.
    const scheme = /(?<![a-z\d.+-])https?$/i.exec(
      state.src.slice(Math.max(0, state.pos - 8), state.pos),
    )?.[0];
    if (scheme === undefined) return false;
    const start = state.pos - scheme.length;
    const { length, unsure } = autolinkEnd(
      state.src,
      state.pos + 1,
      state.src.slice(Math.max(0, start - 1), start),
    );
    const url = state.src.slice(start, Math.min(state.posMax, state.pos + 1 + length)).replace(/\*+$/, '');
    if (length === 0) return false;
    state.pending = state.pending.slice(0, -scheme.length);
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', url]];
    open.meta = { unsure: unsure === undefined ? undefined : `${scheme}:${unsure}`, url };
    state.push('text', '', 0).content = state.md.normalizeLinkText(url);
    const close = state.push('link_close', 'a', -1);
    open.markup = close.markup = 'linkify';
    open.info = close.info = 'auto';
    state.pos = start + url.length;
    return true;
  });

  md.core.ruler.after('lines', 'unsure_addresses', (state) => {
    for (const { children } of state.tokens) {
      let inLink = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          inLink = true;
          const { unsure, url } = token.meta ?? {};
          if (typeof unsure === 'string')
            reportProblem(state.env, lineOf(token), unsureSentence(unsure, String(url)));
        } else if (token.type === 'link_close') inLink = false;
        else if (token.type === 'text' && !inLink) {
          for (const [seen] of token.content.matchAll(noAddress)) {
            reportProblem(state.env, lineOf(token), unreadSentence(seen));
          }
          for (const [seen, scheme = '', rest = ''] of token.content.matchAll(brokenScheme)) {
            reportProblem(
              state.env,
              lineOf(token),
              brokenSentence(seen, `${scheme.toLowerCase()}://${rest}`),
            );
          }
        }
      }
    }
  });
}

// Begins as an address, and its first part is no host: https://示例欢迎
const noAddress = /https?:\/\/[a-z\d.-]{0,60}[^\s -~\p{P}][\p{L}\p{N}.-]{0,60}/giu;

// http//, http:/, https;//
const brokenScheme =
  /(?<![a-z\d])(https?)(?:[:：][/／](?![/／])|[;；]?[/／]{2})([a-z\d][a-z\d-]{0,60}(?:\.[a-z\d-]{1,60}){0,4}\.[a-z]{2,10}(?![a-z\d]))/giu;

const unsureSentence = (whole: string, url: string): string =>
  `看不出网址“${whole}”到哪里为止。整个都是网址，请放进尖括号，写成“<${whole}>”；` +
  `只到“${url}”，请在它后面空一格。`;

const unreadSentence = (seen: string): string =>
  `网址“${seen}”读不出来。请写全网址，如“https://www.example.cn/”，后面空一格；含汉字的网址请放进尖括号，如“<https://示例.中国/>”。`;

const brokenSentence = (seen: string, meant: string): string =>
  `网址“${seen}”的开头不对，读者点不开。请改成“${meant}”。`;
