import { createHmac } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { firstRole } from '../../shared/roles.ts';
import type { Role } from '../../shared/roles.ts';
import { Refusal } from '../../shared/refusal.ts';
import { checkName, checkPassword, checkUsername } from './account-rules.ts';
import { createAuth } from './auth.ts';
import { may } from './permissions.ts';
import type { Person } from './permissions.ts';
import { addressGroup } from '../requests/client-address.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { SignInFailures } from './sign-in-failures.ts';
import type { Try } from './sign-in-failures.ts';
import { HashingQueue } from './hashing-queue.ts';
import { RecentFailures } from './recent-failures.ts';
import { accountOf, personOf, UserRows } from './user-rows.ts';
import type { Account } from './user-rows.ts';

export interface NewAccount {
  username: string;
  name: string;
  password: string;
  role: Role;
  email?: string;
}

export interface Credentials {
  username: string;
  password: string;
  address: string;
  device?: string | undefined;
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
    const deviceKey = createHmac('sha256', options.secret).update('known devices').digest('hex');
    const accounts = new Accounts(database, auth, context, deviceKey);
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
  /** Signs the cookies of known devices. */
  readonly deviceKey: string;
  readonly #failures = new SignInFailures();
  readonly #recent = new RecentFailures();
  readonly #hashing = new HashingQueue();
  readonly #queue = createSerialQueue();

  constructor(database: DatabaseSync, auth: Auth, context: Awaited<Auth['$context']>, deviceKey: string) {
    this.#database = database;
    this.#rows = new UserRows(database);
    this.#auth = auth;
    this.#context = context;
    this.deviceKey = deviceKey;
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

  /** `device`: a browser in which this person has signed in before, see known-device.ts. */
  async signIn({ username, password, address, device }: Credentials): Promise<Cookies> {
    const name = username.trim().toLowerCase();
    const group = addressGroup(address);
    const salt = this.#rows.saltOf(name);
    const tried: Try = { name, place: device === undefined ? group : `device-${device}`, salt };
    this.#failures.begin(tried);
    // An attacked name from a new place goes after the others, and so does everybody at the attacker's address.
    const causes = [`name ${name}`, `address ${group}`];
    const rank = device === undefined ? sum(causes.map((cause) => this.#recent.count(cause))) : -1;
    for (const cause of causes) this.#recent.add(cause);
    if (salt === undefined && this.#hashing.isUnderPressure) {
      await this.#hashing.pretend(rank);
      throw wrongPassword();
    }
    try {
      const { headers } = await this.#hashing.run(rank, () =>
        this.#auth.api.signInUsername({ body: { username: name, password }, returnHeaders: true }),
      );
      this.#failures.succeeded(tried);
      for (const cause of causes) this.#recent.remove(cause);
      await this.#assertEnabled(name);
      return headers.getSetCookie();
    } catch (error) {
      if (isAuthFault(error)) throw wrongPassword();
      // Too many people at once, or a fault of ours.
      if (!(error instanceof Refusal) || error.status === 503) this.#failures.cancel(tried);
      throw error;
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
    await internalAdapter.updatePassword(
      user.id,
      await this.#hashing.run(-1, () => passwords.hash(password)),
    );
    await internalAdapter.deleteUserSessions(user.id);
  }

  /** Guesses of the old password are counted for the signed-in person: nobody else can make any. */
  async changePassword(person: Person, old: string, next: string): Promise<void> {
    const user = this.#rows.require(person.username);
    const salt = this.#rows.saltOf(user.username);
    const tried: Try = { name: user.username, place: 'password-form', salt };
    this.#failures.begin(tried);
    const credential = await this.#context.internalAdapter.findCredentialAccount(user.id);
    const isCorrect = await this.#hashing
      .run(-1, () => this.#context.password.verify({ hash: credential?.password ?? '', password: old }))
      .catch((error: unknown) => {
        // Too many people at once, or a fault of ours: the password was not looked at.
        this.#failures.cancel(tried);
        throw error;
      });
    if (!isCorrect) throw new Refusal(422, '现在的密码不对，请再试一次。');
    this.#failures.succeeded(tried);
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
    const password = await this.#hashing.run(-1, () => passwords.hash(account.password));
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

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const wrongPassword = (): Refusal =>
  new Refusal(401, '用户名或密码不对，请核对后再试。忘记密码时，请找管理员重设。');

/** Errors of better-auth with a status below 500 are refusals; other errors are bugs. */
const isAuthFault = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && Number(error.statusCode) < 500;
