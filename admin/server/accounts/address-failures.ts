const hour = 60 * 60_000;
const mostAddresses = 10_000;

/**
 * The wrong passwords of an address in the last hour, for all names together. They refuse nobody: many people share the
 * address of a college. They only decide who goes first.
 */
export class AddressFailures {
  readonly #failures = new Map<string, { count: number; since: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  count(group: string): number {
    const known = this.#failures.get(group);
    return known && known.since > this.#now() - hour ? known.count : 0;
  }

  add(group: string): void {
    const count = this.count(group);
    const since = count === 0 ? this.#now() : this.#failures.get(group)!.since;
    this.#failures.delete(group);
    this.#failures.set(group, { count: count + 1, since });
    if (this.#failures.size > mostAddresses) {
      const [oldest] = this.#failures.keys();
      this.#failures.delete(oldest!);
    }
  }

  /** The last one was right. */
  remove(group: string): void {
    const known = this.#failures.get(group);
    if (known) known.count = Math.max(0, known.count - 1);
  }
}
