import { isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node, Scalar } from 'yaml';
import type { Field, Fields } from '../fields.ts';
import { indicatorSentence, yamlQuoted } from './yaml-quotes.ts';

/** A value that YAML reads differently from what the editor typed. */
export interface CoercedValue {
  /** The value, or its key if the value is empty. */
  node: Node;
  label: string;
  message: string;
}

/**
 * Finds unquoted text that the parser changes silently: it cuts `关于 #3 楼停水` at the number sign, drops words with `!`
 * and `&`, reads `[重要]` as a list and `~` as null, and joins lines of Chinese with a space. Fields of other kinds are
 * not affected: `held # 已举办` is an option with a comment.
 */
export function coercedValues(fields: Fields, contents: Node, source: string): CoercedValue[] {
  const found: CoercedValue[] = [];
  const check = (label: string, node: unknown, key: Node | undefined): void => {
    if (!isNode(node)) return;
    const message = changeMessage(label, node, source);
    // An empty value is reported at its key, so that it is not reported as missing again.
    if (message !== undefined) found.push({ node: isEmptyNode(node) && key ? key : node, label, message });
  };
  const walk = (some: Fields, map: unknown): void => {
    if (!isMap(map)) return;
    for (const { key, value } of map.items) {
      const field = isScalar(key) ? some[String(key.value)] : undefined;
      if (!field || value === null) continue;
      if (field.kind === 'parts') {
        for (const item of isSeq(value) ? value.items : []) walk(field.fields, item);
      } else if (field.kind === 'picture' || field.kind === 'file') {
        for (const item of isSeq(value) ? value.items : [value]) {
          for (const inner of isMap(item) ? item.items : [])
            check(field.label, inner.value, inner.key as Node);
        }
      } else if (isText(field)) check(field.label, value, key as Node);
      else for (const item of isSeq(value) ? value.items : [value]) checkMarks(field, item);
    }
  };
  const checkMarks = (field: Field, node: unknown): void => {
    if (!isNode(node)) return;
    const message = markMessage(field.label, node, source);
    if (message !== undefined) found.push({ node, label: field.label, message });
  };
  walk(fields, contents);
  return found;
}

const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'longText';
const isEmptyNode = (node: unknown): boolean => isScalar(node) && (node.value === null || node.value === '');

function changeMessage(label: string, node: Node, source: string): string | undefined {
  const marked = markMessage(label, node, source);
  if (marked !== undefined) return marked;
  const [start = 0, end = 0] = node.range ?? [];
  if (isCollection(node)) {
    const typed = source.slice(start, end).trim();
    if (node.flow) return indicatorSentence(label, restOfLine(source, start));
    return `“${label}”要写成一段文字，现在写成了几项${typed.includes(':') ? '，因为里面有英文冒号和空格' : ''}。请写在一行里，加上英文引号。`;
  }
  if (!isScalar(node)) return undefined;
  if (node.type === 'PLAIN' && /^[ \t]*#/.test(source.slice(end, lineEnd(source, end)))) {
    const typed = restOfLine(source, start);
    const lost = source.slice(end, lineEnd(source, end)).trim();
    return `“${label}”写的是“${typed}”，从“${lost.slice(0, 12)}”起的字读者看不到，因为空格后面的“#”表示备注。请给整段内容加上英文引号，写成 ${yamlQuoted(typed)}；如果真是备注，请另写一行。`;
  }
  if (node.type === 'PLAIN' && node.value === null && end > start) {
    const typed = source.slice(start, end);
    return `“${label}”写的是“${typed}”，会被当成没有填写。要让读者看到这几个字，请加上英文引号，写成 ${yamlQuoted(typed)}；没有内容，请删去这一行。`;
  }
  return joinedLinesMessage(label, node, source.slice(start, end));
}

/** Anchors, aliases and tags, which editors never mean: the parser drops `&`, `*` and `!` with the word after them. */
function markMessage(label: string, node: Node, source: string): string | undefined {
  const start = node.range?.[0] ?? 0;
  if (isAlias(node)) return indicatorSentence(label, restOfLine(source, start));
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  // Collections have an implicit tag. Only an explicit one has a mark before it.
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const at = before.search(/(?:^|[ \t])[&!]/);
  if ((anchor === undefined && tag === undefined) || at === -1) return undefined;
  return indicatorSentence(label, source.slice(start - before.length + at, lineEnd(source, start)).trim());
}

/** Lines that are joined with a space between Chinese characters. A block that begins with `|` keeps its lines. */
function joinedLinesMessage(label: string, node: Scalar, written: string): string | undefined {
  if (node.type === 'BLOCK_LITERAL' || !written.includes('\n')) return undefined;
  const [, left, right] = joined.exec(written) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return `“${label}”分成了几行，网站会接成一行，“${left}”和“${right}”之间会多一个空格。请写在一行里；要分段，请在冒号后写“|”，从下一行起每行前面空两格。`;
}
const chinese = '\\p{Script=Han}，。、；：？！）》”（《“';
const joined = new RegExp(`([${chinese}]{1,6})[ \\t]*\\r?\\n[ \\t]*([${chinese}]{1,6})`, 'u');

const lineEnd = (source: string, from: number): number => {
  const at = source.indexOf('\n', from);
  return at === -1 ? source.length : at;
};
const restOfLine = (source: string, from: number): string => source.slice(from, lineEnd(source, from)).trim();
