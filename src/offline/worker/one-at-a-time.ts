/**
 * What keeps and what clears away take turns, or one would drop what the other is about to need. Locks are shared by
 * all pages and workers; Safari before 15.4 has none, and there each worker only waits for itself.
 */
export function oneAtATime<T>(act: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request('hub-kept', act) as Promise<T>;
  const done = last.then(act, act);
  last = done.catch(() => undefined);
  return done;
}

let last: Promise<unknown> = Promise.resolve();

export const later = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
