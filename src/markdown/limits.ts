/** Limits inside a text, so that no short text becomes a long page. All lengths are in characters. */

/** No browser or server promises to open a longer address. */
export const longestAddress = 2000;
/** Of a caption or a tooltip that many links can share. */
export const longestSharedTitle = 200;
/** So many links to missing headings get a suggestion. */
export const mostSuggestions = 10;

/** Quotations, lists and callouts in one another. markdown-it drops what is deeper, and each level takes time. */
export const deepestNesting = 40;

/** What the HTML may have besides a multiple of the source. A page of this size is slow on an old phone, but it opens. */
const alwaysAllowed = 200_000;
const timesSource = 20;

/** How many cells are added to the rows of all tables that have fewer than their head. */
export const addedCells = (source: number): number => 2000 + source / 10;

/** The sentence for a body whose HTML is out of proportion, or undefined. */
export function sizeFault(source: string, html: number): string | undefined {
  if (html <= alwaysAllowed + source.length * timesSource) return undefined;
  const megabytes = (html / 1_000_000).toFixed(1);
  const times = String(Math.round(html / Math.max(1, source.length)));
  return (
    `正文排成网页有 ${megabytes} 兆，是原文的 ${times} 倍，读者的手机打不开。` +
    '多半是同一个很长的网址用了很多遍，或者同一种记号重复了成千上万次。请删去重复的，或分成几篇。'
  );
}
