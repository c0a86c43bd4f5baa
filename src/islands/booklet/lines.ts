/**
 * Chromium 156 leaves a single line on a page when a paragraph of three lines contains a link, whatever `orphans` and
 * `widows` say. Such a paragraph is kept whole. That moves the following ones, so they are checked again.
 */
export function keepLinesTogether(booklet: HTMLElement): void {
  for (let round = 0; round < 6; round++) {
    const lonely = [...booklet.querySelectorAll<HTMLElement>('p, li, dd')].filter(
      (block) => !block.classList.contains('kept-whole') && leavesLineAlone(block),
    );
    if (lonely.length === 0) return;
    for (const block of lonely) block.classList.add('kept-whole');
  }
}

/** Whether a text that spans several columns has a single line in one of them. */
function leavesLineAlone(block: HTMLElement): boolean {
  // Most texts are in one column and need no further check.
  if (block.getClientRects().length < 2) return false;
  const words = document.createRange();
  words.selectNodeContents(block);
  const columns = new Map<number, { top: number; bottom: number }>();
  const starts = [...block.getClientRects()].map(({ left }) => left);
  for (const { left, top, bottom } of words.getClientRects()) {
    const column = starts.filter((start) => left >= start - 1).length;
    const seen = columns.get(column) ?? { top, bottom };
    columns.set(column, { top: Math.min(seen.top, top), bottom: Math.max(seen.bottom, bottom) });
  }
  const line = parseFloat(getComputedStyle(block).lineHeight);
  return columns.size > 1 && [...columns.values()].some(({ top, bottom }) => bottom - top < 1.4 * line);
}
