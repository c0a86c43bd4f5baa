import type { Env, MarkdownIt } from 'markdown-it';

/**
 * On paper, two full-width blanks open a Chinese paragraph. Word, WeChat and other systems write them as U+3000, as
 * `&emsp;&emsp;` or as blanks that do not break. `pasted-text` folds them away before Markdown is parsed, so which
 * lines had them is noted first. Every line number here is that of the body, from 0.
 */
export function paragraphIndents(md: MarkdownIt): void {
  // After `pasted_text` in the list of plugins and so before it in the chain: the latest stands next to `normalize`.
  md.core.ruler.after('normalize', 'indents', (state) => {
    const lines = new Set<number>();
    state.src.split('\n').forEach((line, at) => {
      if (isIndented(line)) lines.add(at);
    });
    state.env.indentedLines = lines;
  });
}

export const indentedLines = (env: Env): ReadonlySet<number> => env.indentedLines as ReadonlySet<number>;

// Behind the marks of a quotation as well.
const opening = /^(?:[\s>\u200b\ufeff]|&(?:emsp|ensp|nbsp|#12288|#160|#8195|#x3000|#xa0);)+/i;
const wide = /[\u3000\u2001\u2003]|&(?:emsp|#12288|#8195|#x3000);/gi;
const narrow = /[\u00a0\u2000\u2002\u2007\u202f]|&(?:ensp|nbsp|#160|#xa0);/gi;

/** By as much as one Chinese character. Plain blanks at the beginning of a line may be Markdown's own. */
function isIndented(line: string): boolean {
  const [blanks = ''] = opening.exec(line) ?? [];
  if (blanks.length === line.length) return false;
  return (blanks.match(wide)?.length ?? 0) * 2 + (blanks.match(narrow)?.length ?? 0) >= 2;
}
