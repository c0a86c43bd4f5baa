import { partsBetween } from './passage-text.ts';
import type { PassageText } from './passage-text.ts';

export const markClass = 'note-mark';

/** Marks a passage in the page, also across elements. */
export function markPassage(text: PassageText, start: number, end: number, id: string): void {
  for (const { node, from, to } of partsBetween(text, start, end)) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = document.createElement('mark');
    mark.className = markClass;
    mark.dataset['note'] = id;
    range.surroundContents(mark);
  }
}

/** Removes all marks and restores the text nodes. */
export function clearMarks(root: Element): void {
  for (const mark of root.querySelectorAll(`mark.${markClass}`)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}
