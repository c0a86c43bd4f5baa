import { isScalar, visit } from 'yaml';
import type { Document } from 'yaml';
import { fenceSentence, isAlmostFence } from './front-matter-fences.ts';
import type { LineFault } from './front-matter-fences.ts';
import type { Field, Fields } from '../fields.ts';

/** Spaces that look normal but are text to the parser. */
const specialSpace = '[\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
const spaceName = (space: string): string =>
  space === '\u3000' ? '全角空格' : '从网页或 Word 带来的特殊空格';

/**
 * Finds lines with full-width spaces and colons or long dashes from a Chinese keyboard. The parser reads such a line as
 * text and reports an error elsewhere, or none. Lines are counted in the front matter.
 */
export function lineFaults(source: string, document: Document, fields: Fields): LineFault[] {
  const inside = linesInsideValues(source, document);
  const names = namesIn(fields);
  const faults: LineFault[] = [];
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (inside.has(index)) continue;
    if (isAlmostFence(line)) {
      // The rest is the body.
      faults.push({ line: index + 1, message: fenceSentence(line) });
      break;
    }
    const message = lineFault(line, names);
    if (message !== undefined) faults.push({ line: index + 1, message });
  }
  return faults;
}

const indented = new RegExp(`^[ \\t]*(${specialSpace})`);
const spaced = new RegExp(`^[ \\t]*(?:- +)*(-|[^\\s:：#"'-][^:：]*:)(${specialSpace})`);
const wideColon = /^([ \t]*(?:- +)*)([^\s:：#"'-][^:：\s]{0,20})[ \u3000]*：[ \u3000]*(.*)$/;

function lineFault(line: string, names: Names): string | undefined {
  const indent = indented.exec(line)?.[1];
  if (indent !== undefined) {
    return `这一行前面的空格是${spaceName(indent)}，请删去它；要缩进时，用键盘在英文状态下打空格。`;
  }
  const [, mark, space] = spaced.exec(line) ?? [];
  if (mark !== undefined && space !== undefined) {
    const where = mark === '-' ? '短横“-”' : '冒号';
    return `${where}后面的空格是${spaceName(space)}，请换成在英文状态下打的空格。`;
  }
  const [, above = '', word = '', value = ''] = wideColon.exec(line) ?? [];
  const name = names.get(word);
  // An indented line may be text with a colon. In the first column there are only names.
  if (word === '' || (above !== '' && !name)) return undefined;
  return `“${name?.label ?? word}”后面的冒号是中文的“：”，请改成英文冒号再加一个空格，写成“${name?.name ?? word}: ${value.trim()}”。`;
}

/** Lines that continue a quoted value or a block. They are text. */
function linesInsideValues(source: string, document: Document): Set<number> {
  const inside = new Set<number>();
  const ranges: [number, number][] = [];
  visit(document, (_, node) => {
    if (isScalar(node) && node.type !== 'PLAIN' && node.range) ranges.push([node.range[0], node.range[1]]);
  });
  let offset = 0;
  let at = 0;
  ranges.sort(([a], [b]) => a - b);
  for (const [index, line] of source.split('\n').entries()) {
    while ((ranges[at]?.[1] ?? Infinity) <= offset) at++;
    if ((ranges[at]?.[0] ?? Infinity) < offset) inside.add(index);
    offset += line.length + 1;
  }
  return inside;
}

export type Names = ReadonlyMap<string, { name: string; label: string; field: Field }>;

/** Fields by name and by label, including fields of parts. Outer fields take precedence. */
export function namesIn(fields: Fields): Names {
  const names = new Map<string, { name: string; label: string; field: Field }>();
  const add = (some: Fields): void => {
    for (const [name, field] of Object.entries(some)) {
      for (const word of [name, field.label])
        if (!names.has(word)) names.set(word, { name, label: field.label, field });
    }
    for (const field of Object.values(some)) {
      if (field.kind === 'parts') add(field.fields);
      if ((field.kind === 'picture' || field.kind === 'file') && !names.has('src')) {
        names.set('src', { name: 'src', label: field.label, field });
      }
    }
  };
  add(fields);
  return names;
}
