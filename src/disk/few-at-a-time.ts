import pLimit from 'p-limit';

/**
 * Files that one task has open together. Some systems allow 256 or 1,024 open files in a process, and Astro and sharp need
 * some, too. No disk is faster with more.
 */
export const mostOpenFiles = 48;

/**
 * Does something that opens a file with each item, a few at a time, and returns the results in the order of the items.
 * All at once, 10,000 pages end with EMFILE; one by one, the time is spent waiting for the disk. After an error, no other
 * item is begun.
 */
export async function fewAtATime<T, R>(items: Iterable<T>, task: (item: T) => Promise<R>): Promise<R[]> {
  const limit = pLimit(mostOpenFiles);
  try {
    return await limit.map(items, task);
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}
