import { checkRecords } from './check-records.ts';
import { isAfter } from '../calendar-days.ts';
import type { ContentIndex } from '../incremental/content-index.ts';
import type { CheckedEntry, Entry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import type { Field, Fields } from '../fields.ts';
import { inPart, partPlace } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Finding, RuleContext, Rule, RuleEntry } from '../rules/rule.ts';

/** Checks the rules of an entry's collection, within the entry and between entries. */
export function checkRules(entry: Entry, index: ContentIndex): Problem[] {
  const context = contextOf(index);
  const own = (collectionOf(entry.collection).rules ?? []) as readonly Rule<CollectionName>[];
  const findings = [
    ...checkRecords(entry, (value) => index.isAhead(value)),
    ...own.flatMap((rule) => rule(entry as RuleEntry, context)),
  ];
  return findings.map((finding) => asProblem(entry, finding));
}

function contextOf(index: ContentIndex): RuleContext {
  return {
    all: <N extends CollectionName>(name: N) => index.all(name) as unknown as readonly RuleEntry<N>[],
    find: <N extends CollectionName>(name: N, slug: string | undefined) =>
      slug === undefined
        ? undefined
        : (index.withSlug(name, slug).at(-1) as unknown as RuleEntry<N> | undefined),
    referring: <N extends CollectionName>(name: N, to: CollectionName, slug: string) =>
      index.referring(name, to, slug) as unknown as readonly RuleEntry<N>[],
    get now() {
      return index.now;
    },
    isAhead: (dayOrMoment) => index.isAhead(dayOrMoment),
    wordFor: (collection, path, value) => wordFor(collectionOf(collection).fields, String(path), value),
    table: ({ folder }, src) => index.table(`${folder}/${src.replace(/^\.\//, '')}`),
  };
}

/** The label of an option. `dishes.meal` is a field of a part. */
function wordFor(fields: Fields, path: string, value: string): string {
  const [name = '', inner] = path.split('.');
  const top: Field | undefined = fields[name];
  const field = inner !== undefined && top?.kind === 'parts' ? top.fields[inner] : top;
  return field?.kind === 'choice' ? (field.options[value] ?? value) : value;
}

/** The record problems of a single entry, for the desk's editor. */
export const recordProblems = (entry: CheckedEntry, now: string): Problem[] =>
  checkRecords(entry, (value) => isAfter(value, now)).map((finding) => asProblem(entry, finding));

/** The finding with its line and label. A part is identified by its list and its index. */
function asProblem(entry: CheckedEntry, { at, message }: Finding): Problem {
  const { label, place } = labelAndPlace(collectionOf(entry.collection).fields, at);
  return {
    file: entry.file,
    line: lineOf(entry, at),
    label,
    message: inPart(place, message),
  };
}

/** `questions.2.options.0.why` -> “题目”第 3 项的“选项”第 1 项, and the label of the innermost field. */
function labelAndPlace(fields: Fields, at: string, above = ''): { label: string; place: string } {
  const [name = '', index, ...rest] = at.split('.');
  const field = fields[name];
  const label = field?.label ?? name;
  if (index === undefined) return { label, place: above };
  const place = partPlace(label, Number(index), above);
  if (field?.kind !== 'parts' || rest.length === 0) return { label, place };
  return labelAndPlace(field.fields, rest.join('.'), place);
}

/** The line of a field. A missing field has none, so the line of its part or list is used. */
function lineOf({ lines }: CheckedEntry, at: string): number {
  for (let place = at; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    const line = lines[place];
    if (line !== undefined) return line;
  }
  return 1;
}
