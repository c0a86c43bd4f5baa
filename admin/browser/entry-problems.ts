import { useSyncExternalStore } from 'react';
import { folderOf } from '../../src/model/addresses.ts';
import { checkEntry } from '../../src/model/check-entry.ts';
import type { Collection } from '../../src/model/collection.ts';
import type { CollectionName } from '../../src/model/collections.ts';
import type { Problem } from '../../src/model/problems.ts';
import { recordProblems } from '../../src/model/check-rules.ts';
import { momentInBeijing } from '../../src/model/days.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { serverNow } from './beijing-time.ts';
import { completed } from './before-saving.ts';
import { onDeskChange, openEntry, openText } from './desk-state.ts';
import type { OpenEntry } from './desk-state.ts';
import { writeForm } from './form-values.ts';
import { originalOf } from './originals.ts';

const none: readonly Problem[] = [];
let current = none;
let checked: unknown;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The checker's sentences about the entry in the editor, a moment behind the typing. */
export function watchProblems(): void {
  onDeskChange(() => {
    if (openText() !== checked) timer ??= setTimeout(look, 300);
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

function look(): void {
  timer = undefined;
  if (openText() === checked) return;
  checked = openText();
  const entry = openEntry();
  current = entry ? problemsOf(entry) : none;
  for (const listener of listeners) listener();
}

/** Saving fills in some fields by itself; nobody has to be told to. */
function filled(collection: Collection, values: Record<string, unknown>): Record<string, unknown> {
  try {
    return completed(collection, values);
  } catch {
    return values;
  }
}

function problemsOf({ collection, values: typed, path }: OpenEntry): readonly Problem[] {
  const values = filled(collection, typed);
  const text = writeForm(collection, values, originalOf(path)?.text);
  const file = path || `content/${folderOf(collection, values)}/index.md`;
  const { entry, problems } = checkEntry(collection.name as CollectionName, file, text, renderMarkdown);
  return entry ? [...problems, ...recordProblems(entry, momentInBeijing(serverNow()))] : problems;
}
