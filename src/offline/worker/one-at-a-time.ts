/**
 * Storing and deleting must not overlap, or one would delete what the other needs. Web Locks are shared by all pages and
 * workers. Safari before 15.4 has none; there each worker only waits for its own tasks.
 */
export function oneAtATime<T>(act: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request('hub-kept', act) as Promise<T>;
  const done = last.then(act, act);
  last = done.catch(() => undefined);
  return done;
}

let last: Promise<unknown> = Promise.resolve();

export const delay = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
