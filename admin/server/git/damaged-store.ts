import { GitFailure } from './run-git.ts';

/** Something that the repository should have cannot be read. Only a backup helps; the log names it. */
export class DamagedStore extends Error {
  constructor(what: string) {
    super(`The repository is damaged: ${what} cannot be read.`);
    this.name = 'DamagedStore';
  }
}

/** How such an error is told from others in another thread, which gets its code only. */
export const damageCode = 'DAMAGED_STORE';

/** Whether reading failed because of the repository, and would fail again. */
export const isDamage = (error: unknown): boolean =>
  error instanceof DamagedStore ||
  (error instanceof GitFailure &&
    /corrupt|object file .* is empty|missing \w+|bad object|bad tree|not a valid object|not a tree object|unable to (?:read|unpack|stream)|could not (?:read|parse)|failed to (?:read|traverse|parse)|invalid (?:object|sha1|packed)|unexpected (?:line|object)|broken|unterminated line/i.test(
      error.stderr,
    ));
