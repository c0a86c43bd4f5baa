import { decodeText } from '../../../src/model/files/decode-text.ts';
import type { DecodedText } from '../../../src/model/files/decode-text.ts';
import type { CleanFile } from '../../../src/media/clean-file.ts';
import { FileFactsCache } from '../../../src/media/facts-cache.ts';
import type { FileFacts } from '../../../src/model/files/file-facts.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import type { Repository, TreeFile } from './repository.ts';
import type { TextWork } from '../workers/text-work.ts';

/** The files of `content/` in a commit: path relative to content/ -> blob. */
export type Listing = ReadonlyMap<string, TreeFile>;

/** Reads the content of a commit. Git objects are immutable, so everything is cached. */
export class Snapshots {
  readonly #repository: Repository;
  readonly #listings = new Map<string, Promise<Listing>>();
  readonly #texts = new Map<string, Promise<DecodedText>>();
  #textLength = 0;
  readonly #factsCache: FileFactsCache;
  readonly #work: TextWork;

  /** `cache` is the cache folder, shared with the build. */
  constructor(repository: Repository, work: TextWork, cache?: string) {
    this.#repository = repository;
    this.#work = work;
    this.#factsCache = new FileFactsCache(cache, (bytes) => work('fileFacts', bytes));
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
    return (await this.decoded(id)).text;
  }

  /** The decoded text of a blob, with its encoding. */
  decoded(id: string): Promise<DecodedText> {
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

  /** The facts of a file (type, size, problems), read once for each blob. */
  facts(id: string, bytes?: Uint8Array): Promise<FileFacts> {
    return this.#factsCache.of(id, async () => {
      const found = bytes ?? (await this.#repository.read(id))?.bytes;
      if (!found) throw new Error(`Object ${id} is not there.`);
      return found;
    });
  }

  /** What is stored of an uploaded file. */
  async cleaned(bytes: Uint8Array): Promise<CleanFile> {
    const { bytes: clean, facts } = await this.#work('cleanFile', bytes);
    // Between threads, a Buffer becomes a plain array of bytes.
    return { bytes: Buffer.from(clean.buffer, clean.byteOffset, clean.byteLength), facts };
  }

  async #list(commit: string): Promise<Listing> {
    const files = await this.#repository.files(commit, contentRoot);
    return new Map([...files].map(([path, file]) => [path.slice(contentRoot.length + 1), file]));
  }
}

/** A change of published content: the old files in these folders go, and the new files come. */
export interface ContentChange {
  folders: readonly string[];
  files: Listing;
}

export const pathsIn = (listing: Listing, folder: string): string[] =>
  [...listing.keys()].filter((path) => path.startsWith(`${folder}/`));

/** The tree changes that a change of content makes. */
export function treeChangesOf(
  published: Listing,
  { folders, files }: ContentChange,
): Map<string, string | undefined> {
  const gone = folders.flatMap((folder) => pathsIn(published, folder)).filter((path) => !files.has(path));
  const fresh = [...files].filter(([path, { id }]) => published.get(path)?.id !== id);
  return new Map([
    ...gone.map((path) => [`${contentRoot}/${path}`, undefined] as const),
    ...fresh.map(([path, { id }]) => [`${contentRoot}/${path}`, id] as const),
  ]);
}

/** The names of the other files in an entry's folder. */
export const namesBesideText = (files: Listing, folder: string): string[] =>
  [...files.keys()].map((path) => path.slice(folder.length + 1)).filter((name) => name !== 'index.md');
