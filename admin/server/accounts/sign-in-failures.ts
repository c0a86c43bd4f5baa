import { Refusal } from '../../shared/refusal.ts';

const minute = 60_000;
const freeTries = 10;
const triesAfterwards = 5;
const firstWait = 10 * minute;
const longestWait = 24 * 60 * minute;

/** More real people and places than a flood can try at the speed of hashing. */
const mostOfAccounts = 100_000;
const mostOfInvented = 10_000;

interface Failures {
  count: number;
  blockedUntil: number;
  forgetAt: number;
}

/**
 * Wrong passwords, by user name and place together. Ten are free, then the pair has to wait: ten minutes, and twice as long
 * after every five more, up to a day. So nobody can lock a name for the person elsewhere, or an address for the others
 * behind it. Names that have no account are counted apart, and answered alike: a flood of invented names must not push
 * out what is known about an attack on a real one. The counts are in memory. Only the operator can restart the server,
 * and a restart gives every pair ten more tries.
 */
export class SignInFailures {
  readonly #ofAccounts = new Map<string, Failures>();
  readonly #ofInvented = new Map<string, Failures>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Counts a try as wrong until it has proved right, or refuses it. If it were counted afterwards, a hundred guesses at the
   * same time would all be the first.
   */
  begin(tried: Try): void {
    const now = this.#now();
    const failures = this.#ofKind(tried);
    const key = keyOf(tried);
    const known = failures.get(key);
    const last = known && known.forgetAt > now ? known : { count: 0, blockedUntil: 0 };
    if (last.blockedUntil > now) throw waitRefusal(last.blockedUntil - now);
    const count = last.count + 1;
    const wait = waitAfter(count);
    // Deleted first, so that the one that was used longest ago is at the beginning.
    failures.delete(key);
    failures.set(key, { count, blockedUntil: now + wait, forgetAt: now + Math.max(longestWait, 2 * wait) });
    if (failures.size > (failures === this.#ofAccounts ? mostOfAccounts : mostOfInvented)) {
      const [oldest] = failures.keys();
      failures.delete(oldest!);
    }
  }

  /** The try was right. */
  succeeded(tried: Try): void {
    this.#ofAccounts.delete(keyOf(tried));
  }

  /** The password was not looked at. */
  cancel(tried: Try): void {
    const known = this.#ofKind(tried).get(keyOf(tried));
    if (!known) return;
    known.count--;
    known.blockedUntil = 0;
  }

  get size(): number {
    return this.#ofAccounts.size + this.#ofInvented.size;
  }

  #ofKind({ salt }: Try): Map<string, Failures> {
    return salt === undefined ? this.#ofInvented : this.#ofAccounts;
  }
}

export interface Try {
  name: string;
  /** The address group, or the device that the person has signed in from before. */
  place: string;
  /**
   * The salt of the account's password; undefined if there is no such account. A new password has a new salt, and everybody
   * may try again, even if the operator has set it on the command line.
   */
  salt: string | undefined;
}

// None of the three has a space.
const keyOf = ({ name, place, salt = '' }: Try): string => `${name} ${place} ${salt}`;

/** How long the pair waits after its n-th wrong password. */
function waitAfter(count: number): number {
  const rounds = (count - freeTries) / triesAfterwards;
  if (rounds < 0 || !Number.isInteger(rounds)) return 0;
  return Math.min(longestWait, firstWait * 2 ** rounds);
}

function waitRefusal(left: number): Refusal {
  const minutes = Math.ceil(left / minute);
  const words = minutes < 60 ? `${String(minutes)} 分钟` : `${String(Math.ceil(minutes / 60))} 小时`;
  return new Refusal(429, `试的次数太多了，请等 ${words}再登录。忘记密码时，请找管理员重设。`, {
    details: { retrySeconds: Math.ceil(left / 1000) },
  });
}
