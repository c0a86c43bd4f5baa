import { readPassageText, spanOf } from './passage-text.ts';
import { quotationAt } from './quotation.ts';
import type { Quotation } from './quotation.ts';

/**
 * Buttons for the selected passage. The bar comes after the text in tab order and sticks to the lower edge of the screen,
 * away from the menus that phones show next to a selection.
 */
export function selectionBar(
  prose: Element,
  onChoose: (quotation: Quotation, action: 'mark' | 'note') => void,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'note-bar no-print';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '选中的文字');
  bar.hidden = true;
  let chosen: Quotation | undefined;

  const offer = (label: string, action: 'mark' | 'note'): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.textContent = label;
    // The press must not clear the selection before it is read.
    button.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    button.addEventListener('click', () => {
      const quotation = chosen;
      getSelection()?.removeAllRanges();
      if (quotation) onChoose(quotation, action);
    });
    bar.append(button);
  };
  offer('划线', 'mark');
  offer('写笔记', 'note');

  // Some phones clear the selection at the start of a press. Keep the passage until the press ends.
  let isPressed = false;
  bar.addEventListener('pointerdown', () => {
    isPressed = true;
  });
  const release = (): void => {
    if (!isPressed) return;
    setTimeout(() => {
      isPressed = false;
      update();
    }, 300);
  };
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', release);

  const update = (): void => {
    if (isPressed) return;
    chosen = selectedIn(prose);
    bar.hidden = chosen === undefined && !bar.contains(document.activeElement);
  };
  document.addEventListener('selectionchange', update);
  // The reader may have selected something before the script was loaded.
  update();
  return bar;
}

function selectedIn(prose: Element): Quotation | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(prose)) return undefined;
  const text = readPassageText(prose);
  const span = spanOf(text, range);
  if (!span) return undefined;
  const quotation = quotationAt(text.whole, span.start, span.end);
  return quotation.quote === '' ? undefined : quotation;
}
