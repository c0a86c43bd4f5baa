/** The browser's Cache Storage in memory, as far as our own code uses it. For tests. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();

  open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache();
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }
  keys = (): Promise<string[]> => Promise.resolve([...this.#caches.keys()]);
  has = (name: string): Promise<boolean> => Promise.resolve(this.#caches.has(name));
  delete = (name: string): Promise<boolean> => Promise.resolve(this.#caches.delete(name));

  async match(
    asked: string | Request,
    { cacheName }: { cacheName?: string } = {},
  ): Promise<Response | undefined> {
    for (const [name, cache] of this.#caches) {
      if (cacheName !== undefined && cacheName !== name) continue;
      const found = await cache.match(asked);
      if (found) return found;
    }
    return undefined;
  }
}

class MemoryCache {
  readonly #answers = new Map<string, Response>();

  put(asked: string | Request, answer: Response): Promise<void> {
    this.#answers.set(addressOf(asked), answer);
    return Promise.resolve();
  }
  match = (asked: string | Request): Promise<Response | undefined> =>
    Promise.resolve(this.#answers.get(addressOf(asked))?.clone());
  delete = (asked: string | Request): Promise<boolean> =>
    Promise.resolve(this.#answers.delete(addressOf(asked)));
  keys = (): Promise<{ url: string }[]> => Promise.resolve([...this.#answers.keys()].map((url) => ({ url })));
}

const addressOf = (asked: string | Request | { url: string }): string =>
  new URL(typeof asked === 'string' ? asked : asked.url, 'https://hub.example').href;
