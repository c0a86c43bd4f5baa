import type { MarkdownIt } from 'markdown-it';
import { lineOf, reportProblem } from '../render-env.ts';

/**
 * Only fences make code blocks. People indent paragraphs with four spaces, and CommonMark would turn such a paragraph
 * into code that does not wrap.
 */
export function fencedCode(md: MarkdownIt): void {
  md.block.ruler.disable('code');

  md.core.ruler.push('unclosed_fences', (state) => {
    const lines = state.src.split('\n');
    for (const token of state.tokens) {
      if (token.type !== 'fence' || !token.map) continue;
      const [first, end] = token.map;
      const last = (lines[end - 1] ?? '').replace(/^[\s>]+/, '').trim();
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

  // Long lines scroll inside the block, so it must be reachable by keyboard.
  md.renderer.rules.fence = (tokens, index) => {
    const { info, content } = tokens[index]!;
    const language = /^[\w+#.-]+/.exec(info.trim())?.[0];
    const name = language ? ` class="language-${language}"` : '';
    return `<pre tabindex="0"><code${name}>${md.utils.escapeHtml(content)}</code></pre>\n`;
  };
}
