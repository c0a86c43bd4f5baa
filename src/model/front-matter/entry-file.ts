import {
  LineCounter,
  Scalar,
  YAMLParseError,
  isCollection,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import type { Document, Pair, YAMLError } from 'yaml';
import type { Collection } from '../define-collection.ts';
import { withDuplicateKeys } from './duplicate-keys.ts';
import type { Fields } from '../fields.ts';
import { frontMatterExcess, isTooDeep, tooDeep } from './front-matter-size.ts';

/** The two parts of an entry's file. Lines are counted from 1 in the file. */
export interface SplitEntry {
  frontMatter: string;
  body: string;
  /** The line of the file on which `body` begins. */
  bodyLine: number;
}

const opening = /---[ \t]*\r?\n/y;
const closing = /^---[ \t]*(?:\r?\n|$)/gm;
const emptyLines = /(?:[ \t]*\r?\n)*/y;

/** Splits a file into front matter and body. Undefined if it does not begin with front matter between `---` lines. */
export function splitEntry(text: string): SplitEntry | undefined {
  const source = text.replace(/^\uFEFF/, '');
  const start = endOfMatch(opening, source, 0);
  if (start === undefined) return undefined;
  closing.lastIndex = start;
  const end = closing.exec(source);
  if (!end) return undefined;
  const body = endOfMatch(emptyLines, source, closing.lastIndex) ?? closing.lastIndex;
  return {
    frontMatter: source.slice(start, end.index),
    body: source.slice(body),
    bodyLine: source.slice(0, body).split('\n').length,
  };
}

function endOfMatch(pattern: RegExp, source: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

export interface ParsedFrontMatter {
  document: Document;
  errors: readonly YAMLError[];
  /** Why it was not parsed at all. */
  excess: string | undefined;
  /** The line of the file at an offset in the front matter. */
  lineAt(offset: number): number;
}

/** Parses the front matter as YAML 1.2: days, `yes` and `no` stay strings. One that is too long is an error as a whole. */
export function parseFrontMatter(frontMatter: string): ParsedFrontMatter {
  const lineCounter = new LineCounter();
  const parsed = (source: string): Document =>
    // Without `uniqueKeys`, for which the parser compares each key of a map with all others, and without tags like
    // `!!omap`, whose lists hold pairs.
    parseDocument(source, { ...plainYaml, lineCounter });
  let excess = frontMatterExcess(frontMatter);
  let document = parsed(excess === undefined ? frontMatter : '');
  if (isTooDeep(document)) [document, excess] = [parsed(''), tooDeep];
  document.errors = [
    ...(excess === undefined ? [] : [new YAMLParseError([0, 0], 'IMPOSSIBLE', excess)]),
    ...withDuplicateKeys(document),
  ];
  return {
    document,
    errors: document.errors,
    excess,
    // The opening fence is line 1, so the first line of YAML is line 2.
    lineAt: (offset) => lineCounter.linePos(offset).line + 1,
  };
}

const plainYaml = { prettyErrors: false, schema: 'core', uniqueKeys: false, resolveKnownTags: false };

export type EntryValues = Readonly<Record<string, unknown>>;

/** The values of a file for a form, including the body under its field name. Nothing is checked. */
export function readEntryValues(collection: Collection, text: string): Record<string, unknown> {
  const split = splitEntry(text);
  if (!split) return { [bodyField(collection) ?? 'body']: text };
  const values = valuesIn(collection, parseFrontMatter(split.frontMatter).document);
  const body = bodyField(collection);
  return body ? { ...values, [body]: split.body } : values;
}

/**
 * The values as the editor wrote them: 0771, 1.10 and true stay text except in number and boolean fields. The document is
 * not used elsewhere, so its nodes are changed in place.
 */
function valuesIn(collection: Collection, document: Document): Record<string, unknown> {
  const keepText = (fields: Fields, map: unknown): void => {
    for (const { key, value } of isMap(map) ? map.items : []) {
      const field = isScalar(key) ? fields[String(key.value)] : undefined;
      if (!field || field.kind === 'number' || field.kind === 'boolean' || !isNode(value)) continue;
      if (field.kind === 'parts') {
        for (const item of isCollection(value) ? value.items : []) keepText(field.fields, item);
        continue;
      }
      visit(value, {
        Scalar: (at, node) => {
          const isOther = typeof node.value === 'number' || typeof node.value === 'boolean';
          if (at !== 'key' && isOther && node.source !== undefined) node.value = node.source;
        },
      });
    }
  };
  keepText(collection.fields, document.contents);
  // `*必读*` is an alias without an anchor. The checker explains how to write it.
  visit(document, { Alias: (_, { source }) => new Scalar(`*${source}`) });
  return isMap(document.contents) ? (document.toJS() as Record<string, unknown>) : {};
}

const bodyField = (collection: Collection): string | undefined =>
  Object.entries(collection.fields).find(([, field]) => field.kind === 'markdown')?.[0];

/**
 * Writes an entry's file. With the original text, each key with an unchanged value keeps its bytes, including comments
 * and quotes. So an entry saved without an edit is the same file, and a changed word is a changed line. Keys that are
 * absent from `values` stay as they are. Empty values that the file did not have are not written.
 */
export function writeEntry(collection: Collection, values: EntryValues, original?: string): string {
  const split = original === undefined ? undefined : splitEntry(original);
  const bodyName = bodyField(collection);
  const body = bodyName && Object.hasOwn(values, bodyName) ? asText(values[bodyName]) : undefined;
  if (original === undefined || !split) {
    return `---\n${freshFrontMatter(collection, values)}---\n${body ? `\n${endLine(body)}` : ''}`;
  }
  const lineBreak = original.includes('\r\n') ? '\r\n' : '\n';
  const start = original.indexOf('\n') + 1;
  const end = start + split.frontMatter.length;
  const frontMatter = spliceFrontMatter(collection, split.frontMatter, values, lineBreak);
  let fence = original.slice(end, original.length - split.body.length);
  let text = split.body;
  if (body !== undefined && endLine(body) !== endLine(asText(split.body))) {
    text = endLine(body).replaceAll('\n', lineBreak);
    if (split.body === '' && text !== '') fence = `${fence.trimEnd()}${lineBreak}${lineBreak}`;
  }
  return original.slice(0, start) + frontMatter + fence + text;
}

/** The text with single line breaks, as the desk's editors use them. */
const asText = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '');

/** Text files end with a line break, which the desk's editors remove. */
const endLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function freshFrontMatter(collection: Collection, values: EntryValues): string {
  return orderedKeys(collection, values)
    .filter((key) => !isEmpty(values[key]))
    .map((key) => pairText(key, values[key]))
    .join('');
}

function spliceFrontMatter(
  collection: Collection,
  source: string,
  values: EntryValues,
  lineBreak: string,
): string {
  const { document } = parseFrontMatter(source);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return freshFrontMatter(collection, values).replaceAll('\n', lineBreak);
  }
  const old = valuesIn(collection, document);
  const bodyName = bodyField(collection);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const starts = pairs.map((pair) => lineStart(source, startOf(pair)));
  const kept = new Set(pairs.map(keyOf));

  let text = source.slice(0, starts[0] ?? source.length);
  pairs.forEach((pair, index) => {
    const key = keyOf(pair);
    const slice = source.slice(starts[index], starts[index + 1] ?? source.length);
    if (!Object.hasOwn(values, key) || same(values[key], old[key])) text += slice;
    else {
      const tail = slice.slice(lineEnd(source, endOf(pair)) - (starts[index] ?? 0));
      const fresh = isEmpty(values[key]) ? '' : pairText(key, values[key], isFlow(pair));
      text += fresh.replaceAll('\n', lineBreak) + tail;
    }
  });
  for (const key of orderedKeys(collection, values)) {
    if (kept.has(key) || key === bodyName || isEmpty(values[key])) continue;
    if (text !== '' && !text.endsWith('\n')) text += lineBreak;
    text += pairText(key, values[key]).replaceAll('\n', lineBreak);
  }
  return text;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
const startOf = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
/** The end of a value. A comment after its last line belongs to the next key and stays. */
const endOf = (pair: Pair): number =>
  (isNode(pair.value) ? pair.value.range?.[1] : undefined) ?? startOf(pair);
const isFlow = (pair: Pair): boolean => isCollection(pair.value) && pair.value.flow === true;
const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(source: string, offset: number): number {
  // A block scalar includes its own line break.
  if (source[offset - 1] === '\n') return offset;
  const at = source.indexOf('\n', offset);
  return at === -1 ? source.length : at + 1;
}

/** A flow list, `[a, b]`, stays on one line. */
const pairText = (key: string, value: unknown, flow = false): string =>
  flow && Array.isArray(value)
    ? `${key}: ${stringify(clean(value), { lineWidth: 0, schema: 'core', collectionStyle: 'flow', flowCollectionPadding: false })}`
    : stringify({ [key]: clean(value) }, { lineWidth: 0, schema: 'core' });

/** Removes fields of parts that are empty in the form. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isEmpty(inner))
      .map(([key, inner]) => [key, clean(inner)]),
  );
}

/** Whether a form's value means an empty field. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function same(a: unknown, b: unknown): boolean {
  return (isEmpty(a) && isEmpty(b)) || JSON.stringify(clean(a)) === JSON.stringify(clean(b));
}

function orderedKeys(collection: Collection, values: EntryValues): string[] {
  const bodyName = bodyField(collection);
  const known = Object.keys(collection.fields).filter((key) => key !== bodyName);
  return [...known, ...Object.keys(values).filter((key) => !known.includes(key) && key !== bodyName)];
}
