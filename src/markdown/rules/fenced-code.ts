import type { MarkdownIt } from 'markdown-it';
import { lineOf, reportProblem } from '../render-env.ts';

/**
 * Only fences make code. Four blanks before a line are how people indent a paragraph, and CommonMark would turn that
 * paragraph into code that does not wrap.
 */
export function fencedCode(md: MarkdownIt): void {
  md.block.ruler.disable('code');

  md.core.ruler.push('open_fence', (state) => {
    const written = state.src.split('\n');
    for (const token of state.tokens) {
      if (token.type !== 'fence' || !token.map) continue;
      const [first, end] = token.map;
      const last = (written[end - 1] ?? '').replace(/^[\s>]+/, '').trim();
      const closed =
        end - 1 > first && last.startsWith(token.markup) && !last.replaceAll(token.markup[0]!, '');
      if (closed) continue;
      reportProblem(
        state.env,
        lineOf(token),
        `代码块从这里开始，却没有结束。请在代码后面单独写一行“${token.markup}”。`,
      );
    }
  });

  // Long lines scroll inside the block, so the keyboard must be able to reach it.
  md.renderer.rules.fence = (tokens, index) => {
    const { info, content } = tokens[index]!;
    const language = /^[\w+#.-]+/.exec(info.trim())?.[0];
    const name = language ? ` class="language-${language}"` : '';
    return `<pre tabindex="0"><code${name}>${md.utils.escapeHtml(content)}</code></pre>\n`;
  };
}
