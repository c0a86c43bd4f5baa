import { existsSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Ensures that only one server uses a data folder. SQLite uses a lock of the operating system, which always ends with
 * the process. A PID file would stay after a crash.
 */
export function lockData(data: string): DataLock | undefined {
  const file = path.join(data, 'lock.sqlite');
  try {
    return lockFile(file);
  } catch (error) {
    if (!/not a database|malformed/i.test(String(error))) throw error;
    // The file holds nothing but the lock. Emptied in place, the lock of another server stays valid.
    truncateSync(file);
    return lockFile(file);
  }
}

/** A restore leaves this file until everything is in place. */
export const restoringFile = (data: string): string => path.join(data, 'restoring');

export interface DataLock {
  release(): void;
}

function lockFile(file: string): DataLock | undefined {
  const database = new DatabaseSync(file);
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

/** Whether a server uses the data folder. Takes no lock and writes nothing. */
export function isDataInUse(data: string): boolean {
  const file = path.join(data, 'lock.sqlite');
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').all();
    return false;
  } catch (error) {
    return /locked|busy/i.test(String(error));
  } finally {
    database.close();
  }
}
