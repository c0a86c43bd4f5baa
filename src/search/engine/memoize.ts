/**
 * Begins something once for a key and keeps what came of it. A failure is not kept; whoever joined an attempt that was
 * begun for somebody else, and saw it fail, tries once more: what was wrong then may be over.
 */
export function memoize<T>(kept: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const earlier = kept.get(key);
  return earlier
    ? earlier.catch(() => kept.get(key) ?? started(kept, key, begin))
    : started(kept, key, begin);
}

function started<T>(kept: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const attempt = begin();
  kept.set(key, attempt);
  attempt.catch(() => {
    if (kept.get(key) === attempt) kept.delete(key);
  });
  return attempt;
}
