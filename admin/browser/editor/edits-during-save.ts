import {
  hasUnsaved,
  isDraft,
  isSaving,
  markChanged,
  onDeskChange,
  openEntry,
  openFiles,
  openKey,
  openText,
  replaceOpenEntry,
} from './open-entry.ts';
import type { OpenEntry } from './open-entry.ts';

/** A running save, or a finished one after which Decap is going to reopen the entry. */
interface Saving {
  key: unknown;
  path: string;
  /** The entry as sent, and as it is in the editor now. */
  sent: OpenEntry;
  now: OpenEntry;
  text: unknown;
  files: unknown;
  finished: boolean;
  /** Decap does not reopen a draft whose path does not change. */
  stays: boolean;
}

let saving: Saving | undefined;

/** Notes the path under which the server saved the entry: a new entry has none before. */
export function noteSavedPath(path: string): void {
  if (!saving) return;
  saving.stays &&= saving.path === path;
  saving.path = path;
}

/**
 * Keeps what is typed during a save and until the entry is open again. Decap marks everything as saved when the
 * response arrives, and then reloads a new or moved entry from the server, so these edits would be lost.
 */
export function keepEditsDuringSave(): void {
  onDeskChange(update);
  window.addEventListener('hashchange', () => {
    if (!/^#\/collections\/[^/]+\/(new|entries\/)/.test(location.hash)) saving = undefined;
  });
}

function update(): void {
  if (isSaving() && (!saving || saving.finished)) saving = startSaving();
  if (!saving) return;
  const key = openKey();
  if (key === saving.key) {
    const [text, files] = [openText(), openFiles()];
    if (text !== saving.text || files !== saving.files) {
      saving = { ...saving, now: openEntry() ?? saving.now, text, files };
    }
    if (!saving.finished && !isSaving()) finishSaving(saving);
    return;
  }
  const opened = openEntry();
  if (!opened) return;
  // Another entry was opened, or a backup was restored.
  if (opened.path !== saving.path || hasUnsaved()) saving = undefined;
  else reapplyEdits(saving, opened);
}

function startSaving(): Saving | undefined {
  const sent = openEntry();
  return (
    sent && {
      key: openKey(),
      path: sent.path,
      sent,
      now: sent,
      text: openText(),
      files: openFiles(),
      finished: false,
      stays: isDraft(sent),
    }
  );
}

function finishSaving(current: Saving): void {
  // The save was refused: Decap keeps the changes.
  if (hasUnsaved()) {
    saving = undefined;
    return;
  }
  saving = current.stays ? undefined : { ...current, finished: true };
  if (hasEdits(current)) markChanged();
}

/** Applies the edits made during the save to the reopened entry. */
function reapplyEdits(current: Saving, opened: OpenEntry): void {
  const { sent, now } = current;
  // If the slug has changed, Decap opens the entry once more after changing the URL.
  const isLast = location.hash.endsWith(`/entries/${opened.slug}`);
  if (hasEdits(current)) {
    const typed = Object.keys({ ...sent.values, ...now.values }).filter((name) =>
      hasChanged(name, sent, now),
    );
    const values = { ...opened.values };
    for (const name of typed) values[name] = now.values[name];
    saving = undefined;
    replaceOpenEntry(values, [...opened.added, ...addedSince(sent, now)]);
  }
  const [shown, text, files] = [openEntry() ?? opened, openText(), openFiles()];
  saving = isLast ? undefined : { ...current, key: openKey(), sent: opened, now: shown, text, files };
}

const addedSince = (sent: OpenEntry, now: OpenEntry): OpenEntry['added'] =>
  now.added.filter(({ url }) => !sent.added.some((file) => file.url === url));

const hasChanged = (name: string, sent: OpenEntry, now: OpenEntry): boolean =>
  JSON.stringify(sent.values[name]) !== JSON.stringify(now.values[name]);

const hasEdits = ({ sent, now }: Saving): boolean =>
  addedSince(sent, now).length > 0 ||
  Object.keys({ ...sent.values, ...now.values }).some((name) => hasChanged(name, sent, now));
