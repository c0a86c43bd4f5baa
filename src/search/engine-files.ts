import { entryName, entryOf, isFileOf } from './entry.ts';
import type { Entry } from './entry.ts';
import { NotWhole, wholeFile } from './whole-file.ts';

/** The files that Pagefind asks for, each looked at before it gets them. */
export class Files {
  readonly #folder: string;
  #entry: Entry | undefined;
  /** Address -> why the last try failed, and the how many-th failure that was. */
  readonly #failed = new Map<string, { error: NotWhole; turn: number }>();
  #turn = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get failure(): NotWhole | undefined {
    const [first] = this.#failed.values();
    return first?.error;
  }

  async fetch(address: string): Promise<Response> {
    const name = address.slice(this.#folder.length).replace(/\?.*$/, '');
    try {
      const bytes = await wholeFile(address, (each) => this.#isRight(name, each));
      if (name === entryName) this.#entry = entryOf(bytes);
      this.#failed.delete(address);
      return new Response(bytes);
    } catch (error) {
      if (error instanceof NotWhole) this.#failed.set(address, { error, turn: ++this.#turn });
      throw error;
    }
  }

  #isRight(name: string, bytes: Uint8Array): boolean {
    if (name === entryName) return entryOf(bytes) !== undefined;
    return this.#entry !== undefined && isFileOf(this.#entry, name, bytes);
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
