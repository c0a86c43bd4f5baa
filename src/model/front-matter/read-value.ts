import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { FieldOf } from '../fields.ts';
import { normalised } from '../text/characters.ts';
import { placeholdersIn } from '../check/placeholder-text.ts';
import { quoted } from '../problems.ts';

/** Reports a message about a node. */
export type ReportAt = (node: Node, label: string, message: string) => void;

export function readText(
  field: FieldOf<'text'> | FieldOf<'longText'> | FieldOf<'slug'>,
  node: Node,
  report: ReportAt,
): string | undefined {
  const value = scalarText(node, field.kind === 'longText' ? '\n' : ' ')?.trim();
  if (value === undefined) {
    report(node, field.label, `“${field.label}”要写成文字，现在是${quoted(plain(node))}。`);
    return undefined;
  }
  const length = [...value].length;
  const { min, max } = field.kind === 'slug' ? {} : field;
  if (max !== undefined && length > max) {
    report(
      node,
      field.label,
      `“${field.label}”最多 ${String(max)} 个字，现在有 ${String(length)} 个字，请缩短。`,
    );
    return undefined;
  }
  if (min !== undefined && length < min) {
    report(
      node,
      field.label,
      `“${field.label}”至少 ${String(min)} 个字，现在有 ${String(length)} 个字，请补充。`,
    );
    return undefined;
  }
  if (field.kind === 'longText' || (field.kind === 'text' && field.format === undefined)) {
    reportPlaceholders(node, field.label, field.label, value, report);
  }
  return value;
}

/** Reports placeholder texts. The value is kept, because the field is not missing. */
function reportPlaceholders(node: Node, label: string, named: string, text: string, report: ReportAt): void {
  for (const line of text.split('\n')) {
    for (const { seen, fix } of placeholdersIn(line)) {
      report(node, label, `“${named}”里的${quoted(seen)}是还没有写好的地方，读者会看到它。${fix}`);
    }
  }
}

export function readMany<T>(
  field: { label: string; optional?: true },
  node: Node,
  report: ReportAt,
  one: (item: Node) => T | undefined,
): T[] | undefined {
  if (!isSeq(node)) {
    report(
      node,
      field.label,
      `“${field.label}”要一项一项地列出来，每项前面加“- ”，现在是${quoted(plain(node))}。`,
    );
    return undefined;
  }
  if (node.items.length === 0 && !field.optional) {
    report(node, field.label, `“${field.label}”至少要有一项。`);
  }
  const values = node.items.map((item) => one(item as Node)).filter((value) => value !== undefined);
  const seen = new Set<T>();
  const duplicate = values.find((value) => seen.size === seen.add(value).size);
  if (duplicate !== undefined)
    report(node, field.label, `“${field.label}”里${quoted(duplicate)}写了两遍，请删去一个。`);
  return values;
}

/** Reads a picture or a file: its path, and its alternative text or name. */
export function readPair<Words extends 'alt' | 'title'>(
  field: { label: string },
  node: Node,
  report: ReportAt,
  words: Words,
  wordsLabel: string,
  please: string,
): ({ src: string } & Record<Words, string>) | undefined {
  const unknown = isMap(node)
    ? node.items.find(({ key }) => !['src', words].includes(scalarText(key) ?? ''))
    : undefined;
  if (unknown) {
    // In `{ src: a.jpg, alt: 大家, 合影 }` the comma ends the text.
    report(
      node,
      field.label,
      `“${field.label}”里${quoted(plain(unknown.key as Node))}读者看不到。${wordsLabel}里有英文逗号或冒号时，请给它加上英文引号。`,
    );
    return undefined;
  }
  const src = isMap(node) ? scalarText(node.get('src', true)) : undefined;
  const text = isMap(node) ? scalarText(node.get(words, true))?.trim() : undefined;
  if (src === undefined || src === '') {
    report(node, field.label, `“${field.label}”还没有选文件，请选一个。`);
    return undefined;
  }
  if (text === undefined || text === '') {
    report(node, field.label, `“${field.label}”缺少${wordsLabel}，${please}。`);
    return undefined;
  }
  reportPlaceholders(node, field.label, `${field.label}”的“${wordsLabel}`, text, report);
  return { src, [words]: text } as { src: string } & Record<Words, string>;
}

/**
 * A scalar as text: an unquoted 0771, 1.10 or true stays as written. Harmless invisible characters are removed, and Word's
 * line breaks become `lineBreak`.
 */
export function scalarText(node: unknown, lineBreak = ' '): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'string') return normalised(node.value, lineBreak);
  if (typeof node.value === 'number' || typeof node.value === 'boolean') return node.source;
  return undefined;
}

export const isBlank = (node: Node): boolean =>
  isScalar(node) && (node.value === null || scalarText(node)?.trim() === '');

/** The value of a node for a message: the values in lists and maps, without keys. */
export function plain(node: Node): unknown {
  if (isScalar(node)) return String(node.source ?? node.value);
  // An alias without its anchor cannot be resolved, and the library throws.
  if (isAlias(node)) return `*${node.source}`;
  if (isSeq(node)) return node.items.map((item) => plain(item as Node));
  if (isMap(node)) return node.items.map(({ value }) => (value === null ? '' : plain(value as Node)));
  throw new Error('A value is a scalar, an alias, a list or a map.');
}
