import type { Passage } from './passages.ts';

const name = 'being-read';

/**
 * Highlights the sentence that is being read. Browsers without CSS highlights (Chromium before 105, Safari before 17.2,
 * Firefox before 140) mark the whole paragraph instead: the text is never split into spans.
 */
export function highlightPassage(passage: Passage | undefined): void {
  document.querySelector(`.${name}`)?.classList.remove(name);
  const highlights = typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined;
  highlights?.delete(name);
  if (!passage) return;
  if (highlights) highlights.set(name, new Highlight(passage.range));
  else passage.block.classList.add(name);
  const { top, bottom } = passage.range.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) passage.block.scrollIntoView({ block: 'center' });
}
