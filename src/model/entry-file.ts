import { LineCounter, isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { Document, Pair, YAMLError } from 'yaml';
import type { Collection } from './collection.ts';

/** The two halves of an entry's file. Lines are those of the file, counted from 1. */
export interface SplitEntry {
  frontMatter: string;
  body: string;
  /** Line of the file on which `body` begins. */
  bodyLine: number;
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)((?:[ \t]*\r?\n)*)/m;

/** Takes a file apart, or says nothing when it does not begin with front matter between two `---` lines. */
export function splitEntry(text: string): SplitEntry | undefined {
  const source = text.replace(/^\uFEFF/, '');
  const match = fence.exec(source);
  if (match?.index !== 0) return undefined;
  return {
    frontMatter: match[1] ?? '',
    body: source.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

export interface ParsedFrontMatter {
  document: Document;
  errors: readonly YAMLError[];
  /** Line of the file for an offset in the front matter. */
  lineAt(offset: number): number;
}

/** Reads the front matter as YAML 1.2: days stay strings, `yes` and `no` stay words. */
export function parseFrontMatter(frontMatter: string): ParsedFrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(frontMatter, { lineCounter, prettyErrors: false, schema: 'core' });
  return {
    document,
    errors: document.errors,
    // The opening fence is line 1, so the first line of YAML is line 2.
    lineAt: (offset) => lineCounter.linePos(offset).line + 1,
  };
}

export type EntryValues = Readonly<Record<string, unknown>>;

/** The values of a file as a form takes them, body included under its field's name. No checks. */
export function readEntryValues(collection: Collection, text: string): Record<string, unknown> {
  const split = splitEntry(text);
  if (!split) return { [bodyField(collection) ?? 'body']: text };
  const values = (parseFrontMatter(split.frontMatter).document.toJS() ?? {}) as Record<string, unknown>;
  const body = bodyField(collection);
  return body ? { ...values, [body]: split.body } : values;
}

const bodyField = (collection: Collection): string | undefined =>
  Object.entries(collection.fields).find(([, field]) => field.kind === 'markdown')?.[0];

/**
 * Writes an entry's file. Given the text it was made from, every key whose value is unchanged keeps its
 * bytes, comments and quoting included; so an entry saved without an edit is the same file, and one word
 * changed is one line changed. Empty values that the file never had are not written.
 */
export function writeEntry(collection: Collection, values: EntryValues, original?: string): string {
  const split = original === undefined ? undefined : splitEntry(original);
  const bodyName = bodyField(collection);
  const body = bodyName ? asBody(values[bodyName]) : '';
  if (original === undefined || !split) return assemble(freshFrontMatter(collection, values), body);

  const frontMatter = spliceFrontMatter(collection, split.frontMatter, values);
  const head = original.slice(0, original.length - split.body.length);
  const at = head.indexOf(split.frontMatter);
  return (
    head.slice(0, at) +
    frontMatter +
    head.slice(at + split.frontMatter.length) +
    (split.body === body ? split.body : asBody(body))
  );
}

function assemble(frontMatter: string, body: string): string {
  return `---\n${frontMatter}---\n${body === '' ? '' : `\n${body}`}`;
}

/** Text files end with one line break; the desk's editors drop it. */
function asBody(value: unknown): string {
  const text = typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function freshFrontMatter(collection: Collection, values: EntryValues): string {
  return orderedKeys(collection, values)
    .filter((key) => !isEmpty(values[key]))
    .map((key) => pairText(key, values[key]))
    .join('');
}

function spliceFrontMatter(collection: Collection, source: string, values: EntryValues): string {
  const { document } = parseFrontMatter(source);
  if (document.errors.length > 0 || !isMap(document.contents)) return freshFrontMatter(collection, values);
  const old = (document.toJS() ?? {}) as Record<string, unknown>;
  const bodyName = bodyField(collection);
  const kept = new Map<string, string>();
  const pairs = document.contents.items;
  const starts = pairs.map((pair) => lineStart(source, startOf(pair)));
  pairs.forEach((pair, index) => {
    kept.set(keyOf(pair), source.slice(starts[index], starts[index + 1] ?? source.length));
  });

  const before = source.slice(0, starts[0] ?? source.length);
  let text = before;
  for (const [key, slice] of kept) {
    if (!Object.hasOwn(values, key) || same(values[key], old[key])) text += slice;
    else if (!isEmpty(values[key])) text += pairText(key, values[key]);
  }
  for (const key of orderedKeys(collection, values)) {
    if (kept.has(key) || key === bodyName || isEmpty(values[key])) continue;
    if (text !== '' && !text.endsWith('\n')) text += '\n';
    text += pairText(key, values[key]);
  }
  return text;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
const startOf = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

const pairText = (key: string, value: unknown): string =>
  stringify({ [key]: clean(value) }, { lineWidth: 0, schema: 'core' });

/** Parts lose the fields that were left empty in the form. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isEmpty(inner))
      .map(([key, inner]) => [key, clean(inner)]),
  );
}

/** What a form hands over for a field nobody filled in. */
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
