/** Runs tasks one after another in order; a failed task does not block the next one. */
export function createSerialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Runs tasks in the order of their arrival, at most so many at the same time. */
export function createLimitedQueue(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place goes directly to the next in line, so that no new task can take it.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
