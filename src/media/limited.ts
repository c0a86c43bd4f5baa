/** Runs at most this many tasks at the same time; the others wait in line. */
export function limited(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place goes directly to the next in line, so that no new call can take it.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
