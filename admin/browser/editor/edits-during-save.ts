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

/** A save on its way, or answered and not yet settled: Decap will open the entry anew. */
interface Saving {
  key: unknown;
  path: string;
  /** What was sent, and what stands in the editor by now. */
  sent: OpenEntry;
  now: OpenEntry;
  text: unknown;
  files: unknown;
  answered: boolean;
  /** A draft that stays where it is is not opened anew. */
  stays: boolean;
}

let saving: Saving | undefined;

/** Where the server has put the text: a new entry has no place before. */
export function noteSavedPath(path: string): void {
  if (!saving) return;
  saving.stays &&= saving.path === path;
  saving.path = path;
}

/**
 * What is typed while a save is on its way, and until the entry is open again. Decap calls all of it saved when the
 * answer comes, and a new or moved entry is then read from the server: the words of those seconds were lost.
 */
export function keepEditsDuringSave(): void {
  onDeskChange(look);
  window.addEventListener('hashchange', () => {
    if (!/^#\/collections\/[^/]+\/(new|entries\/)/.test(location.hash)) saving = undefined;
  });
}

function look(): void {
  if (isSaving() && (!saving || saving.answered)) saving = begun();
  if (!saving) return;
  const key = openKey();
  if (key === saving.key) {
    const [text, files] = [openText(), openFiles()];
    if (text !== saving.text || files !== saving.files) {
      saving = { ...saving, now: openEntry() ?? saving.now, text, files };
    }
    if (!saving.answered && !isSaving()) answer(saving);
    return;
  }
  const opened = openEntry();
  if (!opened) return;
  // Another entry, or another text that somebody chose to put here.
  if (opened.path !== saving.path || hasUnsaved()) saving = undefined;
  else takeOver(saving, opened);
}

function begun(): Saving | undefined {
  const sent = openEntry();
  return (
    sent && {
      key: openKey(),
      path: sent.path,
      sent,
      now: sent,
      text: openText(),
      files: openFiles(),
      answered: false,
      stays: isDraft(sent),
    }
  );
}

function answer(current: Saving): void {
  // It was refused: Decap keeps everything as it is.
  if (hasUnsaved()) {
    saving = undefined;
    return;
  }
  saving = current.stays ? undefined : { ...current, answered: true };
  if (isTyped(current)) markChanged();
}

/** The entry as the server gave it, with what was typed since. */
function takeOver(current: Saving, opened: OpenEntry): void {
  const { sent, now } = current;
  // Saved under another name, it is opened once more when Decap has gone to its address.
  const isLast = location.hash.endsWith(`/entries/${opened.slug}`);
  if (isTyped(current)) {
    const typed = Object.keys({ ...sent.values, ...now.values }).filter((name) => hasMoved(name, sent, now));
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

const hasMoved = (name: string, sent: OpenEntry, now: OpenEntry): boolean =>
  JSON.stringify(sent.values[name]) !== JSON.stringify(now.values[name]);

const isTyped = ({ sent, now }: Saving): boolean =>
  addedSince(sent, now).length > 0 ||
  Object.keys({ ...sent.values, ...now.values }).some((name) => hasMoved(name, sent, now));
