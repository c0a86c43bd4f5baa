import { readPassageText, spanOf } from './passage-text.ts';
import { quotationAt } from './quotation.ts';
import type { Quotation } from './quotation.ts';

/**
 * What can be done with a marked passage. It stands after the text in the order of keys and sticks to the lower edge of
 * the screen, clear of the menus that phones put beside a selection.
 */
export function selectionBar(
  prose: Element,
  take: (quotation: Quotation, deed: 'mark' | 'note') => void,
): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'note-bar no-print';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '选中的文字');
  bar.hidden = true;
  let chosen: Quotation | undefined;

  const offer = (label: string, deed: 'mark' | 'note'): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.textContent = label;
    // A press must not take the selection away before it is read.
    button.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    button.addEventListener('click', () => {
      const quotation = chosen;
      getSelection()?.removeAllRanges();
      if (quotation) take(quotation, deed);
    });
    bar.append(button);
  };
  offer('划线', 'mark');
  offer('写笔记', 'note');

  // Some phones take the selection away at the press already; what was chosen counts until the press is over.
  let isPressed = false;
  bar.addEventListener('pointerdown', () => {
    isPressed = true;
  });
  const release = (): void => {
    if (!isPressed) return;
    setTimeout(() => {
      isPressed = false;
      look();
    }, 300);
  };
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', release);

  const look = (): void => {
    if (isPressed) return;
    chosen = selectedIn(prose);
    bar.hidden = chosen === undefined && !bar.contains(document.activeElement);
  };
  document.addEventListener('selectionchange', look);
  // A reader may have been quicker than the script.
  look();
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
