import type { MarkdownIt } from 'markdown-it';
import { reportProblem } from '../render-env.ts';

const definition = /^[ \t>]*\[([^\]^[\n]{1,200})\]:[ \t]*(\S.*)$/;

/**
 * `[注]: 见附件` defines the address of links with the label `[注]` and is not shown. Without such a link, it was meant
 * as text, and readers would never see it.
 */
export function referenceDefinitions(md: MarkdownIt): void {
  md.core.ruler.after('block', 'unused_reference_definitions', (state) => {
    const references = state.env['references'] as Record<string, unknown> | undefined;
    if (!references) return;
    const uses = new Map<string, number>();
    for (const [, name = ''] of state.src.matchAll(/\[([^\][\n]{1,200})\]/g)) {
      const key = md.utils.normalizeReference(name);
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    state.src.split('\n').forEach((line, at) => {
      const [, name = '', address = ''] = definition.exec(line) ?? [];
      const key = md.utils.normalizeReference(name);
      if (name === '' || !Object.hasOwn(references, key) || (uses.get(key) ?? 0) > 1) return;
      reportProblem(
        state.env,
        at + 1,
        `“[${name}]: ${short(address)}”这一行读者看不到：这样写是给链接“[${name}]”定网址，正文里却没有用到它。` +
          `它是文字时，请把英文冒号换成“：”；是注释时，请写成“[^${name}]: ”。`,
      );
    });
  });
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);
