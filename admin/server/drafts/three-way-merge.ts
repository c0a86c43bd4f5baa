import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Collection } from '../../../src/model/define-collection.ts';
import { readEntryValues, splitEntry, writeEntry } from '../../../src/model/front-matter/entry-file.ts';
import { GitFailure, runGit } from '../git/run-git.ts';

/** A field that both sides changed differently. */
export interface MergeConflict {
  /** The label in the form. */
  label: string;
  /** The value of the other side, for display. */
  theirs: string;
}

/**
 * Three-way merge of an entry: field by field, and the body line by line. In a conflict, ours is kept and the conflict
 * is reported.
 */
export async function mergeThreeWay(
  repository: string,
  collection: Collection,
  { base, ours, theirs }: { base: string; ours: string; theirs: string },
): Promise<{ text: string; conflicts: MergeConflict[] }> {
  if (theirs === base || theirs === ours) return { text: ours, conflicts: [] };
  if (ours === base) return { text: theirs, conflicts: [] };
  const conflicts: MergeConflict[] = [];
  if (![base, ours, theirs].every(splitEntry)) {
    return { text: ours, conflicts: [{ label: '全文', theirs }] };
  }
  const [before, mine, other] = [base, ours, theirs].map((text) => readEntryValues(collection, text));
  const changes: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(mine!), ...Object.keys(other!)])) {
    const [b, m, t] = [before![key], mine![key], other![key]];
    if (same(b, t) || same(m, t)) continue;
    const { label, kind } = collection.fields[key] ?? { label: key, kind: 'text' };
    const joined = same(b, m)
      ? t
      : kind === 'markdown'
        ? await mergeBodies(repository, b, m, t)
        : mergeLists(b, m, t);
    if (joined === undefined && !same(b, m)) conflicts.push({ label, theirs: displayed(t) });
    else changes[key] = joined;
  }
  return { text: writeEntry(collection, changes, ours), conflicts };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Merges lists of strings: applies the additions and removals of the other side. */
function mergeLists(base: unknown, ours: unknown, theirs: unknown): unknown {
  const [b, m, t] = [base ?? [], ours ?? [], theirs ?? []];
  if (!isNames(b) || !isNames(m) || !isNames(t)) return undefined;
  const kept = m.filter((name) => t.includes(name) || !b.includes(name));
  return [...kept, ...t.filter((name) => !b.includes(name) && !kept.includes(name))];
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Merges lines with `git merge-file`. Undefined in a conflict. */
async function mergeBodies(
  repository: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-merge-'));
  try {
    const files = await Promise.all(
      Object.entries({ ours, base, theirs }).map(async ([name, text]) => {
        const file = path.join(folder, name);
        await writeFile(file, typeof text === 'string' ? text : '');
        return file;
      }),
    );
    const merged = await runGit(repository, ['merge-file', '-p', '-q', ...files]);
    return merged.toString('utf8');
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function displayed(value: unknown): string {
  if (value === undefined) return '（空）';
  if (typeof value === 'string') return value.trim();
  return Array.isArray(value) ? value.map(displayed).join('、') : JSON.stringify(value);
}
