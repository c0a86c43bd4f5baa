/** Runs deeds one after another, in the order they came; a failed one does not hold up the next. */
export function createQueue(): <T>(deed: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (deed) => {
    const mine = last.then(deed, deed);
    last = mine.catch(() => undefined);
    return mine;
  };
}
