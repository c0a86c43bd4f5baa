import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isUsableSecret } from '../../server/accounts/secret.ts';
import { may, roleName } from '../../server/accounts/permissions.ts';
import { isDataInUse } from '../../server/data-lock.ts';
import { damageIn } from '../../server/health/accounts-health.ts';
import { roles } from '../../shared/roles.ts';
import { failure, fine, warning } from './finding.ts';
import type { Check, Finding } from './finding.ts';

const restore = {
  english: 'stop the server and run "npm run restore -- <backup> --replace"',
  chinese: '请停掉服务，用 npm run restore -- <备份文件夹> --replace 恢复备份',
};

export const checkAccounts: Check = async ({ settings }) => {
  const { accountsFile: file, data, secretFile } = settings;
  if (!existsSync(file) || statSync(file).size === 0) {
    const chinese = existsSync(path.join(data, 'publishing.json'))
      ? `没有账号文件，而平台已经用过：${restore.chinese}，或启动后用打印出来的链接重新建立账号。`
      : '还没有账号：第一次启动会打印建立账号的链接。';
    return [
      warning('There are no accounts; the next start prints a link that creates the first one.', chinese),
    ];
  }
  const secret = await readFile(secretFile, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  return [
    ...(await withoutTraces(file, data, (place) => lookInto(place))),
    ...(isUsableSecret(secret)
      ? []
      : [
          warning(
            'The key for sign-ins is missing or cut; the next start makes a new one, and everybody signs in again.',
            '登录用的密钥缺失或不完整：下次启动会换一个新的，大家要重新登录，账号和密码不变。',
          ),
        ]),
  ];
};

/**
 * Opening a database with a journal would leave files behind. While no server runs, it is opened as one that never
 * changes, or as a copy if there are changes in the journal.
 */
async function withoutTraces<T>(file: string, data: string, look: (place: string | URL) => T): Promise<T> {
  if (isDataInUse(data)) return look(file);
  const journal = `${file}-wal`;
  if (!existsSync(journal) || statSync(journal).size === 0) {
    const address = pathToFileURL(file);
    address.searchParams.set('immutable', '1');
    return look(address);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-doctor-'));
  try {
    const copy = path.join(folder, 'accounts.sqlite');
    await copyFile(file, copy);
    await copyFile(journal, `${copy}-wal`);
    return look(copy);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function lookInto(place: string | URL): Finding[] {
  try {
    const damage = damageIn(place, 'integrity_check');
    if (damage !== undefined) return [damaged(damage)];
    const database = new DatabaseSync(place, { readOnly: true });
    try {
      return people(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (/locked|busy/i.test(String(error))) {
      return [
        failure(
          'Another program has locked the accounts; end it (a database tool, a copy in progress).',
          '账号文件正被别的程序占用：请关掉那个程序（如数据库工具、正在复制的备份软件）。',
        ),
      ];
    }
    if (/unable to open|readonly/i.test(String(error))) {
      return [
        failure(
          'This user cannot read the accounts; run this as the user that runs the server.',
          '当前用户读不了账号文件：请用运行平台的用户来运行。',
        ),
      ];
    }
    return [damaged(String(error instanceof Error ? error.message : error))];
  }
}

const damaged = (reason: string): Finding =>
  failure(`The accounts are damaged (${reason}); ${restore.english}.`, `账号文件坏了：${restore.chinese}。`);

function people(database: DatabaseSync): Finding[] {
  // Names every column that the server reads, so a lost one is noticed.
  const sql = 'SELECT id, username, name, email, role, disabled, createdAt FROM user';
  const all = database.prepare(sql).all() as { username: string | null; role: string; disabled: number }[];
  database.prepare('SELECT userId, password FROM account LIMIT 1').all();
  database.prepare('SELECT token, userId, expiresAt FROM session LIMIT 1').all();
  const findings: Finding[] = [];
  if (all.some(({ username }) => username === null || username === ''))
    findings.push(damaged('a column is empty'));
  const managers = all.filter((row) => !row.disabled && may(row, 'manageAccounts'));
  if (all.length > 0 && managers.length === 0) {
    findings.push(
      failure(
        'Nobody who is enabled may manage accounts; add an administrator: node admin/server/account.ts add <username> <name> owner',
        '没有一个能用的管理员账号：请用 node admin/server/account.ts add <用户名> <姓名> owner 加一个。',
      ),
    );
  }
  const unknown = all.filter(({ role }) => !Object.hasOwn(roles, role));
  for (const { username, role } of unknown) {
    findings.push(
      warning(
        `${username ?? ''} has the unknown role "${role}" and may do nothing.`,
        `${username ?? ''} 的角色是${roleName(role)}，请管理员改成已有的角色。`,
      ),
    );
  }
  if (findings.length > 0) return findings;
  const [count, some] = [String(all.length), String(managers.length)];
  return [
    fine(
      `Accounts: whole; ${count} people, ${some} of them administrators`,
      `账号完好：${count} 人，其中管理员 ${some} 人`,
    ),
  ];
}
