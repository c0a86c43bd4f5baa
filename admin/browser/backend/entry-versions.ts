/** The text of each entry as the server last gave or took it, by path, with the version a change must name. */
interface EntryVersion {
  text: string;
  /** Missing once the entry was taken from the site: saving makes it anew. */
  version?: string;
}

const originals = new Map<string, EntryVersion>();

export const versionOf = (path: string): EntryVersion | undefined => originals.get(path);

export function rememberVersion(path: string, original: EntryVersion): void {
  originals.set(path, original);
}

/** Decap's name for an entry of a collection -> the path of its text. */
export const pathOf = (collection: string, slug: string): string =>
  slug === collection
    ? `content/${collection}/index.md`
    : `content/${collection}/${slug.replace(/\/index$/, '')}/index.md`;
