import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { renderEnvOf, lineOf, reportProblem } from '../render-env.ts';
import { inlineTexts } from '../syntax/inline-text.ts';

/** `[^1]` in the text, `[^1]: …` anywhere below it: numbered in the order of use, gathered at the end under “注释”. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);

  md.core.ruler.before('footnote_tail', 'unused_footnotes', (state) => {
    const { refs = {} } = (state.env.footnotes ?? {}) as { refs?: Record<string, number> };
    const seen = new Set<unknown>();
    state.tokens.forEach((token, index) => {
      if (token.type !== 'footnote_reference_open') return;
      const label = String(token.meta?.label);
      const written = `[^${label}]`;
      const line = lineOfNote(state, index, written);
      if (seen.has(label)) {
        reportProblem(
          state.env,
          line,
          `脚注“${written}:”写了两次，读者只能看到后一次。请给其中一条换一个号。`,
        );
      } else if (state.tokens[index + 1]?.type === 'footnote_reference_close') {
        reportProblem(state.env, line, `脚注“${written}:”后面没有内容。请写上注释，或删去这条脚注。`);
      } else if (refs[`:${label}`] === -1) {
        reportProblem(
          state.env,
          line,
          `脚注“${written}:”在正文里没有用到。请在要注释的文字后面写“${written}”，或删去它。`,
        );
      }
      seen.add(label);
    });
  });

  md.renderer.rules.footnote_ref = (tokens, index, _options, env) => {
    const { number, use } = placeOf(tokens[index]!, env);
    // Left out of the search index, so that a phrase is found across the number.
    return (
      `<sup class="footnote-ref" data-pagefind-ignore><a href="#fn-${number}" id="fnref-${number}${use}" role="doc-noteref"` +
      ` aria-label="注释 ${nth(tokens[index]!)}">[${nth(tokens[index]!)}]</a></sup>`
    );
  };
  md.renderer.rules.footnote_block_open = (_tokens, _index, _options, env) => {
    const id = `fn-${prefixOf(env)}title`;
    return (
      `<section class="footnotes" role="doc-endnotes" aria-labelledby="${id}">\n` +
      `<h2 class="footnotes-title" id="${id}">注释</h2>\n<ol class="footnotes-list">\n`
    );
  };
  md.renderer.rules.footnote_open = (tokens, index, _options, env) =>
    `<li class="footnote-item" id="fn-${placeOf(tokens[index]!, env).number}">`;
  md.renderer.rules.footnote_anchor = (tokens, index, _options, env) => {
    const { number, use } = placeOf(tokens[index]!, env);
    const which = use ? `第 ${Number(tokens[index]!.meta?.subId) + 1} 处` : '';
    // U+FE0E keeps the arrow a letter; without it some phones draw a coloured picture.
    return (
      ` <a class="footnote-backref" href="#fnref-${number}${use}" role="doc-backlink"` +
      ` aria-label="返回正文${which}（注释 ${nth(tokens[index]!)}）" data-pagefind-ignore>\u21a9\ufe0e</a>`
    );
  };

  function placeOf(token: Token, env: Env | undefined): { number: string; use: string } {
    const again = Number(token.meta?.subId ?? 0);
    return { number: prefixOf(env) + nth(token), use: again > 0 ? `-${again + 1}` : '' };
  }
  const prefixOf = (env: Env | undefined) => md.utils.escapeHtml(renderEnvOf(env).options.idPrefix ?? '');
}

/** A `[^1]` nobody explains stays in the text. Runs once every token knows its line. */
export function missingFootnotes(md: MarkdownIt): void {
  md.core.ruler.after('lines', 'missing_footnotes', (state) => {
    for (const run of inlineTexts(state.tokens)) {
      for (const { 0: written, index } of run.text.matchAll(/\[\^[^\]\s]+\]/g)) {
        const line = lineOf(run.tokenAt(index));
        reportProblem(state.env, line, `脚注“${written}”还没有内容。请在文末另起一行写“${written}: 注释”。`);
      }
    }
  });
}

/** The plugin's own tokens know no line. An empty note holds none that does, so it is looked up as it was written. */
function lineOfNote(state: StateCore, index: number, written: string): number {
  const content = state.tokens[index + 1];
  if (content?.map) return lineOf(content);
  return state.src.split('\n').findIndex((line) => line.includes(`${written}:`)) + 1 || 1;
}

const nth = (token: Token) => String(Number(token.meta?.id) + 1);
