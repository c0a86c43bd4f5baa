import { isCollection, isPair } from 'yaml';
import type { Document } from 'yaml';

/** In characters. Fields are names, days and short texts; the longest front matter of the sample has a hundredth of it. */
const longest = 100_000;
/** No field of ours has lists in lists in lists. The parser calls itself for each level, and has room for some thousand. */
const deepest = 20;

export const tooDeep = `两条 --- 线之间的内容一层套一层，超过了 ${String(deepest)} 层，读不了。请检查行首的空格、短横和冒号，同一级的各行要对齐。`;

/** Why a front matter is not parsed at all, as a sentence for editors; undefined if it can be. */
export function frontMatterExcess(frontMatter: string): string | undefined {
  const { length } = frontMatter;
  if (length > longest)
    return `两条 --- 线之间有 ${String(length)} 个字符，太多了，最多 ${String(longest)} 个。请把长的文字移到正文里，成百上千项的名单做成表格文件，放进附件。`;
  if (bracketDepth(frontMatter) > deepest)
    return `两条 --- 线之间的方括号或花括号一层套一层，超过了 ${String(deepest)} 层，读不了。请检查“[”和“]”、“{”和“}”是不是成对。`;
  return listDepth(frontMatter) > deepest ? tooDeep : undefined;
}

/** Brackets in a text count too: nobody writes twenty in a text without closing one. */
function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}

/** Each line that is indented more than the one above it is a level, and so is each mark of `- - - 甲`. */
function listDepth(text: string): number {
  const indents: number[] = [];
  let most = 0;
  for (const [, spaces = '', marks = ''] of text.matchAll(/^( *)((?:[-?:][ \t]+)*)(?=\S)/gm)) {
    while ((indents.at(-1) ?? -1) >= spaces.length) indents.pop();
    indents.push(spaces.length);
    most = Math.max(most, indents.length + marks.replaceAll(/[ \t]/g, '').length);
  }
  return most;
}

/** Whether a document has more levels. Such a one is not to be walked: each function for it calls itself for each level. */
export function isTooDeep(document: Document): boolean {
  let level: unknown[] = [document.contents];
  for (let depth = 0; level.length > 0; depth++) {
    // A map, its pair and its value are two levels here.
    if (depth > 2 * deepest) return true;
    level = level.flatMap((node): unknown[] => {
      if (isPair(node)) return [node.key, node.value];
      return isCollection(node) ? node.items : [];
    });
  }
  return false;
}
