import type { Entry } from '../check/checked-entry.ts';

/** Entries in groups by what is true of them, each group in the order of the files. */
export class EntryGroups {
  readonly #groups = new Map<string, Entry[]>();
  readonly #slugs = new Map<string, Set<string>>();
  readonly #addresses = new Set<string>();

  in(fact: string): readonly Entry[] {
    return this.#groups.get(fact) ?? [];
  }

  /** The slugs in use in a collection. */
  slugs(collection: string): ReadonlySet<string> {
    return this.#slugs.get(collection) ?? new Set();
  }

  /** The current and old addresses of entries. */
  addresses(): ReadonlySet<string> {
    return this.#addresses;
  }

  add(entry: Entry, facts: readonly string[]): void {
    for (const fact of facts) {
      const group = this.#groups.get(fact);
      if (group) group.splice(placeIn(group, entry.file), 0, entry);
      else this.#groups.set(fact, [entry]);
      const address = addressIn(fact);
      if (address !== undefined) this.#addresses.add(address);
    }
    const slugs = this.#slugs.get(entry.collection) ?? new Set();
    this.#slugs.set(entry.collection, slugs.add(entry.slug));
  }

  remove({ collection, slug, file }: Entry, facts: readonly string[]): void {
    for (const fact of facts) {
      const group = this.#groups.get(fact) ?? [];
      const at = placeIn(group, file);
      if (group[at]?.file === file) group.splice(at, 1);
      if (group.length === 0) this.#groups.delete(fact);
      const address = addressIn(fact);
      if (address === undefined) continue;
      const isUsed = this.in(`address:${address}`).length + this.in(`former:${address}`).length > 0;
      if (!isUsed) this.#addresses.delete(address);
    }
    if (this.in(`slug:${collection}/${slug}`).length === 0) this.#slugs.get(collection)?.delete(slug);
  }
}

const addressIn = (fact: string): string | undefined => /^(?:address|former):(.*)$/s.exec(fact)?.[1];

/** The place of a file in a sorted group. */
function placeIn(group: readonly Entry[], file: string): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (group[middle]!.file < file) low = middle + 1;
    else high = middle;
  }
  return low;
}
