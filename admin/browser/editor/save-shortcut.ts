import { isSaving } from './open-entry.ts';

/** Ctrl+S or Cmd+S. With an input method, `key` is not the letter, so `code` is checked, too. */
const isSaveShortcut = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && (key.toLowerCase() === 's' || code === 'KeyS');

/**
 * Lets Ctrl+S save the entry instead of opening the browser's dialog. Call it for the preview iframe, too: it has its
 * own window. Returns a function that removes the listener.
 */
export function registerSaveShortcut(target: Window): () => void {
  target.addEventListener('keydown', save, { capture: true });
  return () => {
    target.removeEventListener('keydown', save, { capture: true });
  };
}

function save(event: KeyboardEvent): void {
  if (!isSaveShortcut(event)) return;
  event.preventDefault();
  // Ignore it while an input method is composing, a dialog is open, or a save is running (key held down).
  if (event.isComposing || isSaving() || document.querySelector('dialog[open]')) return;
  // Decap's button knows whether there is anything to save.
  document.querySelector<HTMLButtonElement>("button[class*='-SaveButton']")?.click();
}
