/**
 * The known word with the fewest changes, if they are few enough for a typing error. Of equally close words the first in
 * the alphabet, so that the answer does not depend on the order of `known`.
 */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(word.length / 4));
  for (const candidate of known) {
    const changes = editDistance(word, candidate, fewest + 1);
    if (changes > fewest || (changes === fewest && best !== undefined && best <= candidate)) continue;
    [best, fewest] = [candidate, changes];
  }
  return best;
}

/** Comparing takes the product of both lengths, and no name or address of ours is longer. */
const longest = 300;

/** Levenshtein distance. It stops at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
