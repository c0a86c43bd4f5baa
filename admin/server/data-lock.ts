import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes this process the only server on a data folder. SQLite's file lock is the operating system's: it ends
 * with the process however that ends, which a file with a number in it does not.
 */
export function lockData(data: string): { release(): void } | undefined {
  const database = new DatabaseSync(path.join(data, 'lock.sqlite'));
  try {
    database.exec('PRAGMA busy_timeout = 1500; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    database.close();
    if (/locked|busy/i.test(String(error))) return undefined;
    throw error;
  }
  return {
    release: () => {
      database.close();
    },
  };
}
