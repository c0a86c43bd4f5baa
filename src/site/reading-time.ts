/** Younger readers manage 400 to 500; many of ours are elderly. */
const charactersPerMinute = 350;

/** Whole minutes, at least one. A Latin word or a number counts as one character. */
export function readingMinutes(text: string): number {
  const characters = text.match(/\p{Script=Han}|[a-z0-9]+/giu)?.length ?? 0;
  return Math.max(1, Math.round(characters / charactersPerMinute));
}
