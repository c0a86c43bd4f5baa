import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { checkName, checkPassword, checkUsername } from './account-rules.ts';
import { createAuth } from './auth.ts';
import type { Person, Role } from './permissions.ts';
import { createQueue } from './queue.ts';
import { Refusal } from './refusal.ts';
import { createSignInLimit } from './sign-in-limit.ts';

export interface Account extends Person {
  disabled: boolean;
  createdAt: string;
}

export interface NewAccount {
  username: string;
  name: string;
  password: string;
  role: Role;
  email?: string;
}

/** Cookies to set, as header lines. */
export type Cookies = string[];

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/**
 * People and their sessions, kept by better-auth in a SQLite file. Only functions of the library are called;
 * none of its HTTP routes is mounted, so there is no sign-up to switch off and nothing that sends mail.
 */
export async function openAccounts(options: {
  file: string;
  secret: string;
  secure: boolean;
  siteUrl: string;
}) {
  const database = new DatabaseSync(options.file);
  chmodSync(options.file, 0o600);
  // The operator's command line may write while the server runs.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;');
  const auth = createAuth(database, options);
  const context = await auth.$context;
  await context.runMigrations();
  const limit = createSignInLimit();
  const inTurn = createQueue();
  const users = context.internalAdapter;

  const rows = (where: string, ...values: string[]): UserRow[] =>
    database.prepare(`SELECT * FROM user ${where} ORDER BY createdAt`).all(...values) as unknown as UserRow[];
  const find = (name: string): UserRow | undefined => rows('WHERE username = ?', name.toLowerCase())[0];
  const mustFind = (name: string): UserRow => {
    const row = find(name);
    if (!row) throw new Refusal(404, `没有“${name}”这个账号。`);
    return row;
  };

  async function create(account: NewAccount): Promise<Account> {
    const wanted = checkUsername(account.username);
    const name = checkName(account.name);
    checkPassword(account.password, wanted);
    if (find(wanted)) throw new Refusal(409, `用户名“${wanted}”已经有人用了，请换一个。`);
    const user = await users.createUser(
      {
        name,
        username: wanted,
        email: account.email ?? `${wanted}@hub.invalid`,
        emailVerified: true,
        role: account.role,
        disabled: false,
      },
      { method: 'admin' },
    );
    const password = await context.password.hash(account.password);
    await users.createAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password });
    return accountOf(mustFind(wanted));
  }

  return {
    isEmpty: (): boolean => rows('').length === 0,
    list: (): Account[] => rows('').map(accountOf),
    create: (account: NewAccount): Promise<Account> => inTurn(() => create(account)),
    /** The first account owns the hub. There is one first account, however many ask at once. */
    createFirst: (account: Omit<NewAccount, 'role'>): Promise<Account> =>
      inTurn(async () => {
        if (rows('').length > 0) throw new Refusal(409, '第一个账号已经建好了，请直接登录。');
        return create({ ...account, role: 'owner' });
      }),

    async signIn(credentials: { username: string; password: string; address: string }): Promise<Cookies> {
      const name = credentials.username.trim().toLowerCase();
      limit.mustBeOpen(credentials.address, name);
      try {
        const { headers } = await auth.api.signInUsername({
          body: { username: name, password: credentials.password },
          returnHeaders: true,
        });
        const user = mustFind(name);
        if (user.disabled) {
          await users.deleteUserSessions(user.id);
          throw new Refusal(403, '这个账号已经停用，需要时请找管理员。');
        }
        limit.succeeded(credentials.address, name);
        return headers.getSetCookie();
      } catch (error) {
        if (error instanceof Refusal) throw error;
        limit.failed(credentials.address, name);
        if (!isAuthFault(error)) throw error;
        throw new Refusal(401, '用户名或密码不对，请核对后再试。忘记密码时，请找管理员重设。');
      }
    },

    async signOut(headers: Headers): Promise<Cookies> {
      const answer = await auth.api.signOut({ headers, returnHeaders: true }).catch(() => undefined);
      return answer?.headers.getSetCookie() ?? [];
    },

    /** Who is asking. Read anew each time, so a disabled account is out at once. */
    async personOf(headers: Headers): Promise<Person | undefined> {
      if (!headers.has('cookie')) return undefined;
      const session = await auth.api.getSession({ headers }).catch(() => null);
      const row = session && rows('WHERE id = ?', session.user.id)[0];
      if (!row || row.disabled) return undefined;
      const { disabled: _, createdAt: __, ...person } = accountOf(row);
      return person;
    },

    /** A new password ends every session of that account. */
    async setPassword(name: string, password: string): Promise<void> {
      const user = mustFind(name);
      checkPassword(password, user.username);
      await users.updatePassword(user.id, await context.password.hash(password));
      await users.deleteUserSessions(user.id);
    },

    async changePassword(person: Person, old: string, next: string, address: string): Promise<void> {
      const user = mustFind(person.username);
      limit.mustBeOpen(address, user.username);
      const credential = await users.findCredentialAccount(user.id);
      const right = await context.password.verify({ hash: credential?.password ?? '', password: old });
      if (!right) {
        limit.failed(address, user.username);
        throw new Refusal(422, '现在的密码不对，请再试一次。');
      }
      await this.setPassword(person.username, next);
    },

    async setDisabled(name: string, disabled: boolean): Promise<void> {
      const user = mustFind(name);
      const owners = rows("WHERE role = 'owner'").filter((each) => !each.disabled);
      if (disabled && owners.length === 1 && owners[0]?.id === user.id) {
        throw new Refusal(409, '这是唯一的管理员账号，停用后就没有人能管理了。请先另建一个管理员。');
      }
      await users.updateUser(user.id, { disabled });
      if (disabled) await users.deleteUserSessions(user.id);
    },

    close(): void {
      database.close();
    },
  };
}

interface UserRow {
  id: string;
  username: string;
  name: string;
  email: string;
  role: Role;
  disabled: number;
  createdAt: string;
}

const accountOf = (row: UserRow): Account => ({
  username: row.username,
  name: row.name,
  email: row.email,
  role: row.role === 'owner' ? 'owner' : 'editor',
  disabled: Boolean(row.disabled),
  createdAt: row.createdAt,
});

/** The library's own "no" carries a status below 500; anything else is a fault of ours. */
const isAuthFault = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && Number(error.statusCode) < 500;
