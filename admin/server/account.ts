// Command line for the operator: lists accounts, adds one, or resets a password.
// node admin/server/account.ts list | add <username> <name> [role] | reset <username>
import { randomInt } from 'node:crypto';
import { openAccounts } from './accounts/accounts.ts';
import type { Accounts } from './accounts/accounts.ts';
import { readRole, roleName } from './accounts/permissions.ts';
import { Refusal } from '../shared/refusal.ts';
import { roles } from '../shared/roles.ts';
import { readSecret } from './accounts/secret.ts';
import { assertUsableAccounts, explainAccounts } from './health/accounts-health.ts';
import { readSettings } from './settings.ts';
import { startFailureFor } from './start-failure.ts';

const words = Object.keys(roles);
const [command, username = '', name = '', role = words[0]!] = process.argv.slice(2);
const settings = readSettings(process.env);
const accounts = await open().catch((error: unknown) => {
  const { data, host, port, accountsFile } = settings;
  console.error(startFailureFor(explainAccounts(accountsFile, error), { data, host, port }).message);
  process.exit(1);
});

try {
  if (command === 'list') {
    for (const account of accounts.list()) {
      const state = account.disabled ? '已停用' : '';
      console.log([account.username, account.name, roleName(account.role), state].join('\t').trim());
    }
  } else if (command === 'add' && username !== '' && name !== '') {
    const password = madePassword();
    await accounts.create({ username, name, password, role: readRole(role) });
    console.log(`已建好账号 ${username}（${name}），密码：${password}\n请登录后改成自己的密码。`);
  } else if (command === 'reset' && username !== '') {
    const password = madePassword();
    await accounts.setPassword(username, password);
    console.log(`${username} 的新密码：${password}\n原来的登录都已退出，请登录后改成自己的密码。`);
  } else {
    console.error(`用法：account.ts list | add <用户名> <姓名> [${words.join('|')}] | reset <用户名>`);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  accounts.close();
}

async function open(): Promise<Accounts> {
  const { accountsFile: file, secretFile, secure, siteUrl } = settings;
  assertUsableAccounts(file);
  return openAccounts({ file, secret: await readSecret(secretFile), secure, siteUrl });
}

/** Four groups of four characters, without similar-looking ones, so that it can be read out on the phone. */
function madePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
