import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Ensures that only one server uses a data folder. SQLite uses a lock of the operating system, which always ends with
 * the process. A PID file would stay after a crash.
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
