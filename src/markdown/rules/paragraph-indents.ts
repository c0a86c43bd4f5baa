import type { Env, MarkdownIt } from 'markdown-it';

/**
 * In print, a Chinese paragraph starts with two full-width spaces. Word, WeChat and other systems write them as U+3000,
 * as `&emsp;&emsp;` or as no-break spaces. `pasted_whitespace` removes them before Markdown is parsed, so this rule first
 * records the lines that have them. Line numbers are those of the body, from 0.
 */
export function paragraphIndents(md: MarkdownIt): void {
  // Registered after `pasted_whitespace`, so it runs before it: the latest is directly after `normalize`.
  md.core.ruler.after('normalize', 'paragraph_indents', (state) => {
    const lines = new Set<number>();
    state.src.split('\n').forEach((line, at) => {
      if (isIndented(line)) lines.add(at);
    });
    state.env.indentedLines = lines;
  });
}

export const indentedLines = (env: Env): ReadonlySet<number> => env.indentedLines as ReadonlySet<number>;

// Also after the marks of a blockquote.
const leading = /^(?:[\s>\u200b\ufeff]|&(?:emsp|ensp|nbsp|#12288|#160|#8195|#x3000|#xa0);)+/i;
const wide = /[\u3000\u2001\u2003]|&(?:emsp|#12288|#8195|#x3000);/gi;
const narrow = /[\u00a0\u2000\u2002\u2007\u202f]|&(?:ensp|nbsp|#160|#xa0);/gi;

/** Indented by at least one Chinese character. ASCII spaces do not count, because Markdown uses them. */
function isIndented(line: string): boolean {
  const [spaces = ''] = leading.exec(line) ?? [];
  if (spaces.length === line.length) return false;
  return (spaces.match(wide)?.length ?? 0) * 2 + (spaces.match(narrow)?.length ?? 0) >= 2;
}
