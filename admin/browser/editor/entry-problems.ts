import { useSyncExternalStore } from 'react';
import { folderOf } from '../../../src/model/addresses/entry-addresses.ts';
import { fileFinder } from '../../../src/model/files/file-finder.ts';
import { checkEntry, withBodyLine } from '../../../src/model/check/check-entry.ts';
import type { CheckedEntry } from '../../../src/model/check/checked-entry.ts';
import { checkFiles } from '../../../src/model/check/check-files.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import type { Problem } from '../../../src/model/problems.ts';
import { recordProblems } from '../../../src/model/check/check-rules.ts';
import { momentInBeijing } from '../../../src/model/calendar-days.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { serverNow } from '../server-clock.ts';
import { addedFilesOf } from './added-files.ts';
import { withDefaults } from '../backend/before-saving.ts';
import { onDeskChange, openEntry, openFiles, openPath, openText } from './open-entry.ts';
import type { OpenEntry } from './open-entry.ts';
import { writeForm } from '../backend/form-values.ts';
import { storedFilesAt } from '../backend/stored-files.ts';
import { versionOf } from '../backend/entry-versions.ts';

const none: readonly Problem[] = [];
let current = none;
let checked: readonly unknown[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Checks the open entry shortly after each change. */
export function watchProblems(): void {
  onDeskChange(() => {
    if (hasChanged()) timer ??= setTimeout(refresh, 300);
  });
}

export const useEntryProblems = (): readonly Problem[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

/** The inputs of the check: same objects, same result. */
const inputs = (): unknown[] => [openText(), openFiles(), storedFilesAt(openPath())];
const hasChanged = (): boolean => inputs().some((part, index) => part !== checked[index]);

function refresh(): void {
  timer = undefined;
  if (!hasChanged()) return;
  checked = inputs();
  const entry = openEntry();
  current = entry ? problemsOf(entry) : none;
  for (const listener of listeners) listener();
}

/** Saving fills in some fields; do not report them as missing. */
function filledIn(collection: Collection, values: Record<string, unknown>): Record<string, unknown> {
  try {
    return withDefaults(collection, values);
  } catch {
    return values;
  }
}

function problemsOf(open: OpenEntry): readonly Problem[] {
  const { collection, values: typed, path } = open;
  const values = filledIn(collection, typed);
  const text = writeForm(collection, values, versionOf(path)?.text);
  const file = path || `content/${folderOf(collection, values)}/index.md`;
  const { entry, problems } = checkEntry(collection.name as CollectionName, file, text, renderMarkdown);
  if (!entry) return problems;
  const ahead = recordProblems(entry, momentInBeijing(serverNow()));
  const all = [...problems, ...ahead, ...fileProblems(entry, open)];
  // In the order of the file.
  const inOrder = all.toSorted((a, b) => (a.line ?? 1) - (b.line ?? 1));
  return inOrder.map((problem) => withBodyLine(problem, entry));
}

/** Files that the text refers to must be stored on the server or added in this page. */
function fileProblems(entry: CheckedEntry, open: OpenEntry): Problem[] {
  const held = open.slug === '' ? [] : storedFilesAt(open.path);
  if (!held) return [];
  const folder = 'entry';
  const names = [...held, ...addedFilesOf(open).map(({ name }) => name)];
  return checkFiles(entry, folder, { find: fileFinder(names.map((name) => `${folder}/${name}`)) });
}
