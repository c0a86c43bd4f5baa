import { isSaving } from './open-entry.ts';

/** What is pressed to save, as everywhere: Ctrl+S, on a Mac Cmd+S. With an input method the letter is not told. */
const asksToSave = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && (key.toLowerCase() === 's' || code === 'KeyS');

/**
 * The key saves the entry, and never opens the browser's own dialog, which would keep a page nobody can use. The
 * frame of the preview is a window of its own and has to be told, too. Answers with the way to stop.
 */
export function saveByKey(place: Window): () => void {
  place.addEventListener('keydown', save, { capture: true });
  return () => {
    place.removeEventListener('keydown', save, { capture: true });
  };
}

function save(event: KeyboardEvent): void {
  if (!asksToSave(event)) return;
  event.preventDefault();
  // Half a word is still being composed, a question waits for its answer, or the key is held down and it is being saved already.
  if (event.isComposing || isSaving() || document.querySelector('dialog[open]')) return;
  // Decap's own button: it knows whether there is anything to save, and says so while it does.
  document.querySelector<HTMLButtonElement>("button[class*='-SaveButton']")?.click();
}
