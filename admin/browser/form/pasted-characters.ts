import { normalised } from '../../../src/model/text/characters.ts';

/**
 * What Word, WeChat and PDF put between the letters is left out on pasting, so that the form holds what its editor
 * sees. One listener for every line and box of text, Decap's own included; the editor of bodies has its own way.
 */
export function cleanPastedText(): void {
  document.addEventListener(
    'paste',
    (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      const text = normalised(pasted, box instanceof HTMLTextAreaElement ? '\n' : ' ');
      if (text === pasted) return;
      event.preventDefault();
      // Deprecated, yet the only way that keeps caret and undo and tells React; every browser of the desk has it.
      document.execCommand('insertText', false, text);
    },
    true,
  );
}
