import type { DatabaseSync } from 'node:sqlite';
import type { Person } from './permissions.ts';
import { Refusal } from '../../shared/refusal.ts';

export interface Account extends Person {
  disabled: boolean;
  createdAt: string;
}

/** A row of better-auth's table `user`. */
export interface UserRow {
  id: string;
  username: string;
  name: string;
  email: string;
  role: string;
  disabled: number;
  createdAt: string;
}

/** Reads users directly from the database: better-auth can list them only with its admin plugin. */
export class UserRows {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** In the order of creation. */
  all(): UserRow[] {
    return this.#select('');
  }

  byId(id: string): UserRow | undefined {
    return this.#select('WHERE id = ?', id)[0];
  }

  byName(username: string): UserRow | undefined {
    return this.#select('WHERE username = ?', username.toLowerCase())[0];
  }

  /** The first half of what better-auth stores of a password: `salt:hash`. */
  saltOf(username: string): string | undefined {
    const statement = this.#database.prepare(
      `SELECT account.password FROM account JOIN user ON user.id = account.userId
       WHERE user.username = ? AND account.providerId = 'credential'`,
    );
    const row = statement.get(username.toLowerCase()) as { password: string | null } | undefined;
    return row?.password?.split(':', 1)[0];
  }

  require(username: string): UserRow {
    const row = this.byName(username);
    if (!row) throw new Refusal(404, `没有“${username}”这个账号。`);
    return row;
  }

  #select(where: string, ...values: string[]): UserRow[] {
    const statement = this.#database.prepare(`SELECT * FROM user ${where} ORDER BY createdAt`);
    return statement.all(...values) as unknown as UserRow[];
  }
}

export const personOf = ({ username, name, email, role }: UserRow): Person => ({
  username,
  name,
  email,
  role,
});

export const accountOf = (row: UserRow): Account => ({
  ...personOf(row),
  disabled: Boolean(row.disabled),
  createdAt: row.createdAt,
});
