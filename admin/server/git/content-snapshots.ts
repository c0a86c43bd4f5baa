import type { ContentFiles } from '../../../src/model/check/content-files.ts';
import { decodeText } from '../../../src/model/files/decode-text.ts';
import type { Coding, DecodedText } from '../../../src/model/files/decode-text.ts';
import { cleanFile } from '../../../src/media/clean-file.ts';
import type { CleanFile } from '../../../src/media/clean-file.ts';
import { FileFactsCache } from '../../../src/media/facts-cache.ts';
import type { FileFacts } from '../../../src/model/files/file-facts.ts';
import { extensionOf, keptTypes } from '../../../src/model/files/file-names.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import type { Repository, TreeFile } from './repository.ts';

/** The files of `content/` in a commit: path relative to content/ -> blob. */
export type Listing = ReadonlyMap<string, TreeFile>;

/** Reads the content of a commit. Git objects are immutable, so everything is cached. */
export class Snapshots {
  readonly #repository: Repository;
  readonly #listings = new Map<string, Promise<Listing>>();
  readonly #texts = new Map<string, Promise<DecodedText>>();
  #textLength = 0;
  readonly #factsCache: FileFactsCache;

  /** `cache` is the cache folder, shared with the build. */
  constructor(repository: Repository, cache?: string) {
    this.#repository = repository;
    this.#factsCache = new FileFactsCache(cache);
  }

  listing(commit: string): Promise<Listing> {
    const known = this.#listings.get(commit);
    if (known) return known;
    const reading = this.#list(commit);
    this.#listings.set(commit, reading);
    const oldest = this.#listings.size > 4 ? this.#listings.keys().next().value : undefined;
    if (oldest !== undefined) this.#listings.delete(oldest);
    reading.catch(() => this.#listings.delete(commit));
    return reading;
  }

  /** The files of one entry, by path relative to content/: cheaper than a full listing. */
  async entry(commit: string, folder: string): Promise<Listing> {
    const files = await this.#repository.files(commit, `${contentRoot}/${folder}`);
    return new Map([...files].map(([path, file]) => [path.slice(contentRoot.length + 1), file]));
  }

  /** The decoded text of a blob. */
  async text(id: string): Promise<string> {
    return (await this.#decoded(id)).text;
  }

  #decoded(id: string): Promise<DecodedText> {
    const known = this.#texts.get(id);
    if (known) return known;
    const reading = this.#repository.read(id).then((object) => {
      if (object?.type !== 'blob') throw new Error(`Object ${id} is not a file.`);
      const decoded = decodeText(object.bytes);
      this.#textLength += decoded.text.length;
      return decoded;
    });
    // Limits memory; a hub has far fewer than 100 million characters.
    if (this.#textLength > 100_000_000) {
      this.#texts.clear();
      this.#textLength = 0;
    }
    this.#texts.set(id, reading);
    reading.catch(() => this.#texts.delete(id));
    return reading;
  }

  /** The content in the form that the checker needs. */
  async files(listing: Listing): Promise<ContentFiles> {
    const codings = new Map<string, Coding>();
    const read = async (extension: string): Promise<Map<string, string>> => {
      const named = [...listing].filter(([path]) => path.endsWith(extension));
      return new Map(
        await Promise.all(
          named.map(async ([path, { id }]) => {
            const { text, coding } = await this.#decoded(id);
            if (coding) codings.set(path, coding);
            return [path, text] as const;
          }),
        ),
      );
    };
    return {
      texts: await read('.md'),
      paths: new Set(listing.keys()),
      tables: await read('.csv'),
      codings,
      facts: await this.#factsIn(listing),
    };
  }

  /** The facts of a file (type, size, problems), read once for each blob. */
  facts(id: string, bytes?: Uint8Array): Promise<FileFacts> {
    return this.#factsCache.of(id, async () => {
      const found = bytes ?? (await this.#repository.read(id))?.bytes;
      if (!found) throw new Error(`Object ${id} is not there.`);
      return found;
    });
  }

  /** What is stored of an uploaded file. */
  cleaned(bytes: Uint8Array): Promise<CleanFile> {
    return cleanFile(bytes);
  }

  async #factsIn(listing: Listing): Promise<Map<string, FileFacts>> {
    const files = [...listing].filter(([path]) => keptTypes.includes(extensionOf(path)));
    return new Map(
      await Promise.all(files.map(async ([path, { id }]) => [path, await this.facts(id)] as const)),
    );
  }

  async #list(commit: string): Promise<Listing> {
    const files = await this.#repository.files(commit, contentRoot);
    return new Map([...files].map(([path, file]) => [path.slice(contentRoot.length + 1), file]));
  }
}

/** The listing without the given folders, plus the given files. */
export function withEntryReplaced(listing: Listing, folders: readonly string[], files: Listing): Listing {
  const kept = [...listing].filter(([path]) => !folders.some((folder) => path.startsWith(`${folder}/`)));
  return new Map([...kept, ...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The names of the other files in an entry's folder. */
export const namesBesideText = (files: Listing, folder: string): string[] =>
  [...files.keys()].map((path) => path.slice(folder.length + 1)).filter((name) => name !== 'index.md');
