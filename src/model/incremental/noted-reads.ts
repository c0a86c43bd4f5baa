/** Which results were made from which facts, so that a changed fact names the results to make again. */
export class NotedReads {
  readonly #readers = new Map<string, Set<string>>();
  readonly #read = new Map<string, ReadonlySet<string>>();

  /** The facts that a result was made from, instead of those noted before. */
  note(result: string, facts: ReadonlySet<string>): void {
    this.forget(result);
    this.#read.set(result, facts);
    for (const fact of facts) {
      const readers = this.#readers.get(fact);
      if (readers) readers.add(result);
      else this.#readers.set(fact, new Set([result]));
    }
  }

  forget(result: string): void {
    for (const fact of this.#read.get(result) ?? []) {
      const readers = this.#readers.get(fact);
      readers?.delete(result);
      if (readers?.size === 0) this.#readers.delete(fact);
    }
    this.#read.delete(result);
  }

  factsOf(result: string): ReadonlySet<string> {
    return this.#read.get(result) ?? new Set();
  }

  /** A copy, because making a result again notes its reads again. */
  readersOf(fact: string): string[] {
    return [...(this.#readers.get(fact) ?? [])];
  }
}
