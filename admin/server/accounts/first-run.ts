import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The way in while there is no account: a link with a secret, shown where only the operator looks. It lasts
 * until the first account exists or the server ends.
 */
export class FirstRun {
  readonly #token = randomBytes(24).toString('base64url');
  readonly #file: string;

  constructor(data: string) {
    this.#file = path.join(data, 'first-run');
  }

  /** Also kept in a file for an operator whose terminal is gone. */
  async open(address: string): Promise<string> {
    const link = `${address}admin/first-run?token=${this.#token}`;
    await writeFile(this.#file, `${link}\n`, { mode: 0o600 });
    return link;
  }

  async close(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  matches(token: string): boolean {
    const [given, right] = [Buffer.from(token), Buffer.from(this.#token)];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
