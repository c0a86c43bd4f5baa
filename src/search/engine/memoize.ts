/**
 * Starts something once for a key and keeps its result. A failure is not kept. Callers that joined an attempt of another
 * caller, and saw it fail, try once more: the problem may be over by then.
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
