import type { MarkdownIt, StateCore } from 'markdown-it';
import { longestAddress, longestSharedTitle } from '../limits.ts';
import { lineOf, reportProblem } from '../render-env.ts';

const definition = /^[ \t>]*\[([^\]^[\n]{1,200})\]:[ \t]*(\S.*)$/;

/**
 * `[注]: 见附件` defines the address of links with the label `[注]` and is not shown. Without such a link, it was meant
 * as text, and readers would never see it.
 */
export function referenceDefinitions(md: MarkdownIt): void {
  md.core.ruler.after('block', 'unused_reference_definitions', (state) => {
    const references = state.env['references'] as Record<string, Definition> | undefined;
    if (!references) return;
    dropLongDefinitions(state, references);
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

interface Definition {
  href: string;
  title: string;
}

/** Thousands of links can share one definition, and each of them writes its address and title into the page. */
function dropLongDefinitions(state: StateCore, references: Record<string, Definition>): void {
  for (const token of state.tokens) {
    if (token.type !== 'reference_definition') continue;
    const label = String(token.meta?.['label']);
    const { href = '', title = '' } = references[label] ?? {};
    if (href.length <= longestAddress && title.length <= longestSharedTitle) continue;
    const what = href.length > longestAddress ? '网址' : '说明文字';
    const most = href.length > longestAddress ? longestAddress : longestSharedTitle;
    reportProblem(
      state.env,
      lineOf(token),
      `这一行的${what}太长了，最多 ${String(most)} 个字符。请换成短的，或把它直接写在用到的地方。`,
    );
    Reflect.deleteProperty(references, label);
  }
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);
