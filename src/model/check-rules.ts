import { checkRecords } from './check-records.ts';
import type { ContentFiles, Entry } from './check-content.ts';
import { collectionOf } from './collections.ts';
import type { CollectionName } from './collections.ts';
import { partPlace } from './problems.ts';
import type { Problem } from './problems.ts';
import type { Finding, Hub, Rule, RuleEntry } from './rules/rule.ts';
import { rules } from './rules/rules.ts';

/** What must hold within an entry and between entries, collection by collection. */
export function checkRules(
  entries: readonly Entry[],
  tables: ContentFiles['tables'],
  today: string | undefined,
): Problem[] {
  const hub = hubOf(entries, tables);
  return entries.flatMap((entry) => {
    const own = rules[entry.collection] as readonly Rule<CollectionName>[];
    const findings = [...checkRecords(entry, today), ...own.flatMap((rule) => rule(entry as RuleEntry, hub))];
    return findings.map((finding) => asProblem(entry, finding));
  });
}

function hubOf(entries: readonly Entry[], tables: ContentFiles['tables']): Hub {
  const byCollection = Map.groupBy(entries, ({ collection }) => collection);
  const bySlug = new Map(entries.map((entry) => [`${entry.collection}/${entry.slug}`, entry]));
  return {
    all: <N extends CollectionName>(name: N) =>
      (byCollection.get(name) ?? []) as unknown as readonly RuleEntry<N>[],
    find: <N extends CollectionName>(name: N, slug: string | undefined) =>
      slug === undefined ? undefined : (bySlug.get(`${name}/${slug}`) as unknown as RuleEntry<N> | undefined),
    table: ({ folder }, src) => tables?.get(`${folder}/${src.replace(/^\.\//, '')}`),
  };
}

/** The finding at its line, under its label; a part is named by its list and its place in it. */
function asProblem(entry: Entry, { at, message }: Finding): Problem {
  const [name = '', index, inner] = at.split('.');
  const field = collectionOf(entry.collection).fields[name];
  const partField = field?.kind === 'parts' && inner !== undefined ? field.fields[inner] : undefined;
  const place = index === undefined ? '' : `${partPlace(field?.label ?? name, Number(index))}：`;
  return {
    file: entry.file,
    line: entry.lines[at] ?? entry.lines[`${name}.${index ?? ''}`] ?? entry.lines[name] ?? 1,
    label: partField?.label ?? field?.label ?? name,
    message: place + message,
  };
}
