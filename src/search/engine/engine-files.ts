import { pagefindEntryName, parsePagefindEntry, matchesChecksum } from '../format/pagefind-entry.ts';
import type { PagefindEntry } from '../format/pagefind-entry.ts';
import { FetchFailure, verifiedFetch } from './verified-fetch.ts';

/** The files that Pagefind fetches, each checked before Pagefind gets it. */
export class PagefindFiles {
  readonly #folder: string;
  #entry: PagefindEntry | undefined;
  /** Address -> the error of its last attempt, and the number of that failure. */
  readonly #failed = new Map<string, { error: FetchFailure; count: number }>();
  #count = 0;

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
      const bytes = await verifiedFetch(address, (each) => this.#isValid(name, each));
      if (name === pagefindEntryName) this.#entry = parsePagefindEntry(bytes);
      this.#failed.delete(address);
      return new Response(bytes);
    } catch (error) {
      if (error instanceof FetchFailure) this.#failed.set(address, { error, count: ++this.#count });
      throw error;
    }
  }

  #isValid(name: string, bytes: Uint8Array): boolean {
    if (name === pagefindEntryName) return parsePagefindEntry(bytes) !== undefined;
    return this.#entry !== undefined && matchesChecksum(this.#entry, name, bytes);
  }

  /** Runs a call of Pagefind, and throws when a file failed during it: Pagefind itself hides that. */
  async checked<T>(act: () => Promise<T>): Promise<T> {
    // Pagefind forgets a failed file only some microtasks later. A call before that gets the old failure.
    if (this.#failed.size > 0) await new Promise((resolve) => setTimeout(resolve));
    const before = this.#count;
    const answer = await act();
    for (const { error, count } of this.#failed.values()) if (count > before) throw error;
    return answer;
  }
}
