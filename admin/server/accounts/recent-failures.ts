const hour = 60 * 60_000;
const mostKept = 10_000;

/**
 * The wrong passwords of the last hour, by address or by user name alone. They refuse nobody: many people share the address
 * of a college, and anybody may try any name. They only decide who goes first.
 */
export class RecentFailures {
  readonly #failures = new Map<string, { count: number; since: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  count(key: string): number {
    const known = this.#failures.get(key);
    return known && known.since > this.#now() - hour ? known.count : 0;
  }

  add(key: string): void {
    const count = this.count(key);
    const since = count === 0 ? this.#now() : this.#failures.get(key)!.since;
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, since });
    if (this.#failures.size > mostKept) {
      const [oldest] = this.#failures.keys();
      this.#failures.delete(oldest!);
    }
  }

  /** The last one was right. */
  remove(key: string): void {
    const known = this.#failures.get(key);
    if (known) known.count = Math.max(0, known.count - 1);
  }
}
