import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from '../start-failure.ts';

export const accountsFailure = (file: string, reason: string): StartFailure =>
  new StartFailure(
    `The accounts in ${file} cannot be used (${reason}). "npm run restore -- <backup> --replace" brings back the last backup. Without one, move the file away, start, and create the accounts anew.`,
    `账号文件 ${file} 用不了（原因见前半句）：请用 npm run restore -- <备份文件夹> --replace 换回最近的备份。没有备份时，把这个文件移到别处再启动，重新建立账号，内容不受影响。`,
  );

const lockedFailure = (file: string): StartFailure =>
  new StartFailure(
    `Another program has locked ${file}; end it (a database tool, a copy in progress) and start again.`,
    `账号文件 ${file} 正被别的程序占用：请先关掉那个程序（如数据库工具、正在复制的备份软件），再启动。`,
  );

/** Throws if the database is damaged. A file that does not exist, or is empty, has no accounts yet. */
export function assertUsableAccounts(file: string): void {
  if (!existsSync(file)) return;
  try {
    const damage = statSync(file).isFile() ? damageIn(file, 'quick_check') : 'it is not a file';
    if (damage !== undefined) throw accountsFailure(file, damage);
  } catch (error) {
    throw explainAccounts(file, error);
  }
}

/** A lost column comes back empty when the tables are migrated; nobody could sign in, and nobody would know why. */
export function assertPeople(file: string, people: readonly { username: string; role: string }[]): void {
  if (people.some(({ username, role }) => !username || !role))
    throw accountsFailure(file, 'there are people without a user name or role');
}

/** The sentence for an error of SQLite or of the library that migrates the tables. */
export function explainAccounts(file: string, error: unknown): unknown {
  if (error instanceof StartFailure) return error;
  const text = String(error);
  if (/database is locked|SQLITE_BUSY/i.test(text)) return lockedFailure(file);
  // Causes with sentences of their own: rights, a full disk.
  if (/readonly database|unable to open|disk is full/i.test(text)) return error;
  if (/^E(?!RR_)/.test((error as NodeJS.ErrnoException).code ?? '')) return error;
  return accountsFailure(file, error instanceof Error ? error.message : text);
}

/** The first fault of a database, or undefined. */
export function damageIn(file: string | URL, check: 'quick_check' | 'integrity_check'): string | undefined {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  try {
    const rows = database.prepare(`PRAGMA ${check}(1)`).all() as Record<string, string>[];
    const [answer = 'no answer'] = Object.values(rows[0] ?? {});
    return answer === 'ok' ? undefined : answer;
  } finally {
    database.close();
  }
}
