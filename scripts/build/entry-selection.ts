import { collectionNames, collectionOf } from '../../src/model/collections.ts';
import { assetName } from './asset-name.ts';
import type { ContentFiles } from '../../src/model/check/content-files.ts';

/** Why an entry is not shown as it was published. */
export type Reason =
  /** Sentences of the check. */
  | { kind: 'problem'; messages: string[] }
  /** Its page could not be generated; `detail` is for the network administrator. */
  | { kind: 'page'; detail: string }
  /** It belongs together with another entry that was left out. */
  | { kind: 'related' };

/**
 * A version of the content between the last published one and the new one. Every entry is taken as it is now, as it was
 * last published, or not at all. An entry is a folder with an `index.md`; a file in no such folder stands for itself.
 */
export class EntrySelection {
  readonly #fresh: Map<string, string[]>;
  readonly #published: Map<string, string[]>;
  readonly #files: { fresh: ContentFiles; published: ContentFiles };
  readonly #changed: ReadonlySet<string>;
  readonly #choices: Map<string, 'published' | 'none'>;
  readonly reasons: Map<string, Reason>;

  /** `changed` are the entries that differ between the two versions. */
  constructor(
    files: { fresh: ContentFiles; published: ContentFiles },
    changed: ReadonlySet<string>,
    before?: EntrySelection,
  ) {
    this.#files = files;
    this.#fresh = entriesIn(files.fresh);
    this.#published = entriesIn(files.published);
    this.#changed = changed;
    this.#choices = new Map(before ? before.#choices : []);
    this.reasons = new Map(before ? before.reasons : []);
  }

  copy(): EntrySelection {
    return new EntrySelection(this.#files, this.#changed, this);
  }

  /** Every entry as it is now. */
  get isWhole(): boolean {
    return this.#choices.size === 0;
  }

  /** The changed entries that are taken as they are now, also deleted ones. */
  get changes(): string[] {
    return [...this.#changed].filter((entry) => !this.#choices.has(entry)).sort();
  }

  /** Entries that readers have now, that nobody deleted, and that would be missing. */
  get vanished(): string[] {
    return [...this.#choices]
      .filter(([entry, choice]) => choice === 'none' && this.#published.has(entry) && this.#fresh.has(entry))
      .map(([entry]) => entry);
  }

  get publishedCount(): number {
    return this.#published.size;
  }

  /** What is taken of every entry that is not taken as it is now. */
  get exceptions(): { entry: string; live: 'previous' | 'restored' | 'none'; reason: Reason }[] {
    return [...this.#choices]
      .map(([entry, choice]) => ({
        entry,
        live:
          choice === 'none'
            ? ('none' as const)
            : this.#fresh.has(entry)
              ? ('previous' as const)
              : ('restored' as const),
        reason: this.reasons.get(entry) ?? { kind: 'related' as const },
      }))
      .sort((a, b) => (a.entry < b.entry ? -1 : 1));
  }

  /** Whether the entry is a change that can be taken back. */
  isChange(entry: string): boolean {
    return this.#changed.has(entry) && !this.#choices.has(entry);
  }

  /**
   * Takes an entry as it was last published, or leaves it out if there was none or that is tried already. False if it is
   * out, or if there is no site without it.
   */
  leave(entry: string, reason: Reason): boolean {
    if (!this.#fresh.has(entry) && !this.#published.has(entry)) return false;
    const chosen = this.#choices.get(entry);
    if (chosen === 'none') return false;
    const back = chosen === undefined && this.#changed.has(entry) && this.#published.has(entry);
    if (!back && isRequired(entry)) return false;
    this.#choices.set(entry, back ? 'published' : 'none');
    if (!this.reasons.has(entry)) this.reasons.set(entry, reason);
    // A moved entry names its old place. Without the new one, it is where it was.
    const text = this.#files.fresh.texts.get(textOf(entry)) ?? '';
    for (const old of this.changes) {
      if (!this.#fresh.has(old) && text.includes(`/${old}/`)) this.leave(old, { kind: 'related' });
    }
    return true;
  }

  /** Whether one of two entries names the other: by its address, or by its slug in a field. */
  areRelated(one: string, other: string): boolean {
    const names = (text: string, entry: string): boolean => {
      const slug = (entry.split('/').at(-1) ?? '').replace(/[^\w-]/g, '');
      return (
        text.includes(`/${entry}`) ||
        (slug !== '' && new RegExp(`(?:^|[\\s'"[,:])${slug}(?=$|[\\s'"\\],])`, 'm').test(text))
      );
    };
    return (
      this.#textsOf(one).some((text) => names(text, other)) ||
      this.#textsOf(other).some((text) => names(text, one))
    );
  }

  /** The entries of these collections that are taken. */
  entriesOf(collections: readonly string[]): string[] {
    return [...this.#taken()].flatMap(([entry]) =>
      collections.includes(entry.split('/')[0] ?? '') ? [entry] : [],
    );
  }

  /** The entry that a file below content/ belongs to. */
  entryOfFile(path: string): string | undefined {
    const known = (entry: string): boolean => this.#fresh.has(entry) || this.#published.has(entry);
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      if (known(at)) return at;
    }
    return undefined;
  }

  /** The entry whose page, or a page or file below it, is at an address. */
  entryAt(address: string): string | undefined {
    const single = collectionNames.find((name) => collectionOf(name).single === address && address !== '/');
    const below = address.replace(/^\/elder(?=\/)/, '').replace(/^\/(?:share|files)(?=\/)/, '');
    return single ?? this.entryOfFile(below.replace(/\.png$/, '').replace(/^\/|\/$/g, ''));
  }

  /** Which entries hold a picture that is built under this name, without its extension. */
  entriesWithPicture(stem: string): string[] {
    return [...this.#taken()]
      .filter(([, { paths }]) =>
        paths.some((path) => assetName(path.split('/').at(-1) ?? '').startsWith(`${stem}.`)),
      )
      .map(([entry]) => entry);
  }

  /** The files of this version. */
  files(): ContentFiles {
    const { fresh, published } = this.#files;
    const files = {
      texts: new Map<string, string>(),
      paths: new Set<string>(),
      tables: new Map<string, string>(),
      codings: new Map(),
      facts: new Map(),
    };
    for (const [, { from, paths }] of this.#taken()) {
      const source = from === 'fresh' ? fresh : published;
      for (const path of paths) {
        files.paths.add(path);
        for (const kind of ['texts', 'tables', 'codings', 'facts'] as const) {
          const value: unknown = source[kind]?.get(path);
          if (value !== undefined) (files[kind] as Map<string, unknown>).set(path, value);
        }
      }
    }
    return files;
  }

  /** The paths of every file, and the version it is taken from. */
  *sources(): Generator<{ from: 'fresh' | 'published'; path: string }> {
    for (const [, { from, paths }] of this.#taken()) for (const path of paths) yield { from, path };
  }

  *#taken(): Generator<[entry: string, { from: 'fresh' | 'published'; paths: string[] }]> {
    for (const [entry, paths] of this.#fresh) {
      if (!this.#choices.has(entry)) yield [entry, { from: 'fresh', paths }];
    }
    for (const [entry, choice] of this.#choices) {
      const paths = this.#published.get(entry);
      if (choice === 'published' && paths) yield [entry, { from: 'published', paths }];
    }
  }

  #textsOf(entry: string): string[] {
    const { fresh, published } = this.#files;
    return [fresh, published].flatMap(({ texts }) => texts.get(textOf(entry)) ?? []);
  }
}

const textOf = (entry: string): string => (entry.endsWith('.md') ? entry : `${entry}/index.md`);

/** The files of every entry. */
export function entriesIn({ texts, paths }: ContentFiles): Map<string, string[]> {
  const folders = new Set(
    [...texts.keys()]
      .filter((path) => path.endsWith('/index.md'))
      .map((path) => path.slice(0, -'/index.md'.length)),
  );
  return Map.groupBy(paths, (path) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      if (folders.has(at)) return at;
    }
    return path;
  });
}

/** There is no site without its settings. */
const isRequired = (entry: string): boolean =>
  collectionNames.some((name) => {
    const { single, neededWith } = collectionOf(name);
    return name === entry && single !== undefined && neededWith === undefined;
  });
