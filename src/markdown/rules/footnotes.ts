import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import { renderEnvOf, lineOf, reportProblem } from '../render-env.ts';
import { mappedTexts } from '../syntax/mapped-text.ts';
import { footnoteLists } from './footnote-lists.ts';

/** `[^1]` in the text and `[^1]: …` below it. Notes are numbered in the order of use and listed at the end under “注释”. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnoteLists);

  md.core.ruler.before('footnote_tail', 'unused_footnotes', (state) => {
    const { refs = {} } = (state.env.footnotes ?? {}) as { refs?: Record<string, number> };
    const seen = new Set<unknown>();
    state.tokens.forEach((token, index) => {
      if (token.type !== 'footnote_reference_open') return;
      const label = String(token.meta?.label);
      const written = `[^${label}]`;
      const line = lineOf(lineHolder(state, index));
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
    const { number, use } = noteIdOf(tokens[index]!, env);
    // Not in the search index, so that a search finds a phrase with a footnote number inside.
    return (
      `<sup class="footnote-ref" data-pagefind-ignore><a href="#fn-${number}" id="fnref-${number}${use}" role="doc-noteref"` +
      ` aria-label="注释 ${noteNumber(tokens[index]!)}">[${noteNumber(tokens[index]!)}]</a></sup>`
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
    `<li class="footnote-item" id="fn-${noteIdOf(tokens[index]!, env).number}">`;
  md.renderer.rules.footnote_anchor = (tokens, index, _options, env) => {
    const { number, use } = noteIdOf(tokens[index]!, env);
    const which = use ? `第 ${Number(tokens[index]!.meta?.subId) + 1} 处` : '';
    // U+FE0E makes the arrow a text character; without it some phones show an emoji.
    return (
      ` <a class="footnote-backref" href="#fnref-${number}${use}" role="doc-backlink"` +
      ` aria-label="返回正文${which}（注释 ${noteNumber(tokens[index]!)}）" data-pagefind-ignore>\u21a9\ufe0e</a>`
    );
  };

  function noteIdOf(token: Token, env: Env | undefined): { number: string; use: string } {
    const useIndex = Number(token.meta?.subId ?? 0);
    return { number: prefixOf(env) + noteNumber(token), use: useIndex > 0 ? `-${useIndex + 1}` : '' };
  }
  const prefixOf = (env: Env | undefined) => md.utils.escapeHtml(renderEnvOf(env).options.idPrefix ?? '');
}

// Not across the start of another one: `[^[^[^` would be searched to its end from every start.
const reference = /\[\^(?:(?!\[\^)[^\]\s])+\]/g;

/** A `[^1]` without a note stays in the text. Runs after `line_numbers`, because it needs the line of every token. */
export function missingFootnotes(md: MarkdownIt): void {
  md.core.ruler.after('line_numbers', 'missing_footnotes', (state) => {
    for (const block of mappedTexts(state.tokens)) {
      for (const { 0: written, index } of block.text.matchAll(reference)) {
        const line = lineOf(block.tokenAt(index));
        reportProblem(state.env, line, `脚注“${written}”还没有内容。请在文末另起一行写“${written}: 注释”。`);
      }
    }
  });
}

/** A message is about the first line of what the note says; a note without content has only its own line. */
const lineHolder = ({ tokens }: StateCore, index: number): Token => {
  const content = tokens[index + 1];
  return content?.map ? content : tokens[index]!;
};

const noteNumber = (token: Token) => String(Number(token.meta?.id) + 1);
