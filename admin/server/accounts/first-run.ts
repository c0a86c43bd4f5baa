import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Access while there is no account: a link with a secret token, shown only to the operator. It is valid until the first
 * account exists or the server stops.
 */
export class FirstRun {
  readonly #token = randomBytes(24).toString('base64url');
  readonly #file: string;

  constructor(data: string) {
    this.#file = path.join(data, 'first-run');
  }

  /** Also writes the link to a file, in case the terminal output is lost. */
  async open(address: string): Promise<string> {
    const link = `${address}admin/first-run?token=${this.#token}`;
    // The link is printed, too; a full disk must not prevent the start.
    await writeFile(this.#file, `${link}\n`, { mode: 0o600 }).catch(() => undefined);
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
