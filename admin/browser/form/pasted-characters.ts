import { normalised } from '../../../src/model/text/characters.ts';

/**
 * Removes invisible characters from Word, WeChat and PDF when text is pasted. One listener serves all inputs, also
 * Decap's; the Markdown editor has its own filter.
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
      // Deprecated, but the only way that keeps the caret and undo and notifies React. All supported browsers have it.
      document.execCommand('insertText', false, text);
    },
    true,
  );
}
