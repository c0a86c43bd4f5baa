import { pagefindEntryName, parsePagefindEntry, matchesChecksum } from '../format/pagefind-entry.ts';
import type { PagefindEntry } from '../format/pagefind-entry.ts';
import { FetchFailure, verifiedFetch } from './verified-fetch.ts';

/** The files that Pagefind asks for, each looked at before it gets them. */
export class PagefindFiles {
  readonly #folder: string;
  #entry: PagefindEntry | undefined;
  /** Address -> why the last try failed, and the how many-th failure that was. */
  readonly #failed = new Map<string, { error: FetchFailure; turn: number }>();
  #turn = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get failure(): FetchFailure | undefined {
    const [first] = this.#failed.values();
    return first?.error;
  }

  async fetch(address: string): Promise<Response> {
    const name = address.slice(this.#folder.length).replace(/\?.*$/, '');
    try {
      const bytes = await verifiedFetch(address, (each) => this.#isRight(name, each));
      if (name === pagefindEntryName) this.#entry = parsePagefindEntry(bytes);
      this.#failed.delete(address);
      return new Response(bytes);
    } catch (error) {
      if (error instanceof FetchFailure) this.#failed.set(address, { error, turn: ++this.#turn });
      throw error;
    }
  }

  #isRight(name: string, bytes: Uint8Array): boolean {
    if (name === pagefindEntryName) return parsePagefindEntry(bytes) !== undefined;
    return this.#entry !== undefined && matchesChecksum(this.#entry, name, bytes);
  }

  /** What Pagefind answers, unless a file failed meanwhile: it says nothing of that itself. */
  async allFor<T>(ask: () => Promise<T>): Promise<T> {
    // Pagefind forgets a failed file some microtasks after its failure, and gives the old failure to whoever comes before.
    if (this.#failed.size > 0) await new Promise((resolve) => setTimeout(resolve));
    const before = this.#turn;
    const answer = await ask();
    for (const { error, turn } of this.#failed.values()) if (turn > before) throw error;
    return answer;
  }
}
