/** The last text exchanged with the server, by path, and the version that the next save must be based on. */
interface EntryVersion {
  text: string;
  /** Missing after the entry was unpublished: the next save creates it again. */
  version?: string;
}

const versions = new Map<string, EntryVersion>();

export const versionOf = (path: string): EntryVersion | undefined => versions.get(path);

export function rememberVersion(path: string, original: EntryVersion): void {
  versions.set(path, original);
}

/** The path of the text for Decap's slug of an entry. */
export const pathOf = (collection: string, slug: string): string =>
  slug === collection
    ? `content/${collection}/index.md`
    : `content/${collection}/${slug.replace(/\/index$/, '')}/index.md`;
