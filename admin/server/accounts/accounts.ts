import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { firstRole } from '../../shared/roles.ts';
import type { Role } from '../../shared/roles.ts';
import { Refusal } from '../../shared/refusal.ts';
import { checkName, checkPassword, checkUsername } from './account-rules.ts';
import { createAuth } from './auth.ts';
import { may } from './permissions.ts';
import type { Person } from './permissions.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { createSignInRateLimit } from './sign-in-rate-limit.ts';
import { accountOf, personOf, UserRows } from './user-rows.ts';
import type { Account } from './user-rows.ts';

export interface NewAccount {
  username: string;
  name: string;
  password: string;
  role: Role;
  email?: string;
}

/** Cookies to set, as header lines. */
export type Cookies = string[];

type Auth = ReturnType<typeof createAuth>;

export async function openAccounts(options: {
  file: string;
  secret: string;
  secure: boolean;
  siteUrl: string;
}): Promise<Accounts> {
  const database = new DatabaseSync(options.file);
  try {
    chmodSync(options.file, 0o600);
    // The command line may write while the server is running.
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;');
    const auth = createAuth(database, options);
    const context = await auth.$context;
    await context.runMigrations();
    const accounts = new Accounts(database, auth, context);
    // Fails now, and not at the first request, if a column is missing.
    accounts.list();
    return accounts;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Accounts and sessions, stored by better-auth in a SQLite file. Only functions of the library are called. Its HTTP
 * routes are not mounted, so there is no sign-up and no e-mail.
 */
export class Accounts {
  readonly #database: DatabaseSync;
  readonly #rows: UserRows;
  readonly #auth: Auth;
  readonly #context: Awaited<Auth['$context']>;
  readonly #limit = createSignInRateLimit();
  readonly #queue = createSerialQueue();

  constructor(database: DatabaseSync, auth: Auth, context: Awaited<Auth['$context']>) {
    this.#database = database;
    this.#rows = new UserRows(database);
    this.#auth = auth;
    this.#context = context;
  }

  isEmpty(): boolean {
    return this.#rows.all().length === 0;
  }

  list(): Account[] {
    return this.#rows.all().map(accountOf);
  }

  create(account: NewAccount): Promise<Account> {
    return this.#queue(() => this.#create(account));
  }

  /** Creates the owner. Queued, so parallel requests cannot create two. */
  createFirst(account: Omit<NewAccount, 'role'>): Promise<Account> {
    return this.#queue(() => {
      if (!this.isEmpty()) throw new Refusal(409, '第一个账号已经建好了，请直接登录。');
      return this.#create({ ...account, role: firstRole });
    });
  }

  async signIn(credentials: { username: string; password: string; address: string }): Promise<Cookies> {
    const name = credentials.username.trim().toLowerCase();
    this.#limit.assertAllowed(credentials.address, name);
    try {
      const { headers } = await this.#auth.api.signInUsername({
        body: { username: name, password: credentials.password },
        returnHeaders: true,
      });
      await this.#assertEnabled(name);
      this.#limit.succeeded(credentials.address, name);
      return headers.getSetCookie();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.#limit.failed(credentials.address, name);
      if (!isAuthFault(error)) throw error;
      throw new Refusal(401, '用户名或密码不对，请核对后再试。忘记密码时，请找管理员重设。');
    }
  }

  async signOut(headers: Headers): Promise<Cookies> {
    const answer = await this.#auth.api.signOut({ headers, returnHeaders: true }).catch(() => undefined);
    return answer?.headers.getSetCookie() ?? [];
  }

  /** The person of a request. Read from the database each time, so a disabled account loses access at once. */
  async personOf(headers: Headers): Promise<Person | undefined> {
    if (!headers.has('cookie')) return undefined;
    const session = await this.#auth.api.getSession({ headers }).catch(() => null);
    const row = session ? this.#rows.byId(session.user.id) : undefined;
    return row && !row.disabled ? personOf(row) : undefined;
  }

  /** Also ends all sessions of the account. */
  async setPassword(username: string, password: string): Promise<void> {
    const { internalAdapter, password: passwords } = this.#context;
    const user = this.#rows.require(username);
    checkPassword(password, user.username);
    await internalAdapter.updatePassword(user.id, await passwords.hash(password));
    await internalAdapter.deleteUserSessions(user.id);
  }

  async changePassword(person: Person, old: string, next: string, address: string): Promise<void> {
    const user = this.#rows.require(person.username);
    this.#limit.assertAllowed(address, user.username);
    const credential = await this.#context.internalAdapter.findCredentialAccount(user.id);
    const isCorrect = await this.#context.password.verify({
      hash: credential?.password ?? '',
      password: old,
    });
    if (!isCorrect) {
      this.#limit.failed(address, user.username);
      throw new Refusal(422, '现在的密码不对，请再试一次。');
    }
    await this.setPassword(person.username, next);
  }

  async setDisabled(username: string, disabled: boolean): Promise<void> {
    const user = this.#rows.require(username);
    if (disabled) this.#assertNotLastManager(username);
    await this.#context.internalAdapter.updateUser(user.id, { disabled });
    if (disabled) await this.#context.internalAdapter.deleteUserSessions(user.id);
  }

  close(): void {
    this.#database.close();
  }

  async #create(account: NewAccount): Promise<Account> {
    const { internalAdapter, password: passwords } = this.#context;
    const username = checkUsername(account.username);
    const name = checkName(account.name);
    checkPassword(account.password, username);
    if (this.#rows.byName(username)) {
      throw new Refusal(409, `用户名“${username}”已经有人用了，请换一个。`);
    }
    const email = account.email ?? `${username}@hub.invalid`;
    const user = await internalAdapter.createUser(
      { name, username, email, emailVerified: true, role: account.role, disabled: false },
      { method: 'admin' },
    );
    const password = await passwords.hash(account.password);
    await internalAdapter.createAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password,
    });
    return accountOf(this.#rows.require(username));
  }

  async #assertEnabled(username: string): Promise<void> {
    const user = this.#rows.require(username);
    if (!user.disabled) return;
    await this.#context.internalAdapter.deleteUserSessions(user.id);
    throw new Refusal(403, '这个账号已经停用，需要时请找管理员。');
  }

  #assertNotLastManager(username: string): void {
    const managers = this.list().filter((each) => !each.disabled && may(each, 'manageAccounts'));
    if (managers.length === 1 && managers[0]?.username === username.toLowerCase()) {
      throw new Refusal(409, '这是唯一的管理员账号，停用后就没有人能管理了。请先另建一个管理员。');
    }
  }
}

/** Errors of better-auth with a status below 500 are refusals; other errors are bugs. */
const isAuthFault = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && Number(error.statusCode) < 500;
