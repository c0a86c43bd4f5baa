import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import type { ContentFiles } from '../../src/model/check/content-files.ts';
import type { Problem } from '../../src/model/problems.ts';
import type { EntrySelection } from './entry-selection.ts';

/**
 * Leaves out entries until the rest passes the check. Takes back what was changed first: an entry with a problem of its
 * own, then those that broke an unchanged one. Only what is still wrong after that is missing for readers. Returns the
 * problems that cannot be solved like this, none as a rule.
 */
export function leaveOutProblems(
  selection: EntrySelection,
  check: (files: ContentFiles) => readonly Problem[],
): readonly Problem[] {
  for (;;) {
    const problems = check(selection.files());
    if (problems.length === 0) return [];
    const wrong = Map.groupBy(problems, ({ file }) => {
      const path = file.replace(/^content\//, '');
      return selection.entryOfFile(path) ?? path.replace(/\/index\.md$/, '');
    });
    if (!leaveSome(selection, wrong) || tooManyVanish(selection)) return problems;
  }
}

function leaveSome(selection: EntrySelection, wrong: ReadonlyMap<string, readonly Problem[]>): boolean {
  const entries = [...wrong.keys()];
  const because = (entry: string) => ({
    kind: 'problem' as const,
    messages: (wrong.get(entry) ?? []).slice(0, 5).map(({ message }) => message.slice(0, 300)),
  });
  const changed = entries.filter((entry) => selection.isChange(entry));
  if (changed.length > 0) return changed.map((entry) => selection.leave(entry, because(entry))).some(Boolean);
  return (
    leaveRelated(selection, entries) ||
    entries.map((entry) => leaveItself(selection, entry, because)).some(Boolean)
  );
}

/** Takes back the changes that have to do with unchanged entries. False if there are none. */
export function leaveRelated(selection: EntrySelection, entries: readonly string[]): boolean {
  const changes = selection.changes.filter((change) =>
    entries.some((entry) => change !== entry && selection.areRelated(change, entry)),
  );
  return changes.map((entry) => selection.leave(entry, { kind: 'related' })).some(Boolean);
}

function leaveItself(
  selection: EntrySelection,
  entry: string,
  because: (entry: string) => { kind: 'problem'; messages: string[] },
): boolean {
  if (selection.leave(entry, because(entry))) return true;
  // A single page that is missing, and is needed with the entries of some collections.
  const { neededWith = [] } = isCollectionName(entry) ? collectionOf(entry) : {};
  return selection
    .entriesOf(neededWith)
    .map((each) => selection.leave(each, { kind: 'related' }))
    .some(Boolean);
}

/**
 * A changed rule of the check can make half of the content wrong. Then the site stays as it is: an old page is better for
 * readers than none.
 */
export const tooManyVanish = ({ vanished, publishedCount }: EntrySelection): boolean =>
  vanished.length > Math.max(3, publishedCount / 20);
