import { addressesOfSite, pagesBecauseOf } from '../addresses/entry-addresses.ts';
import { fieldReferences } from '../addresses/reference-fields.ts';
import { isAfter } from '../calendar-days.ts';
import { collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import type { Coding } from '../files/decode-text.ts';
import type { FileFacts } from '../files/file-facts.ts';
import type { FindFile } from '../files/file-finder.ts';
import { FileIndex, foldedPath } from '../files/file-index.ts';
import { resolvedNames } from '../files/file-names-in-texts.ts';
import { oldAddressesIn } from '../formerly.ts';
import type { CheckedText } from '../check/check-text.ts';
import type { Entry, ReadBody } from '../check/checked-entry.ts';
import { EntryGroups } from './entry-groups.ts';

/** What is known of one file below content/. */
export interface ContentFile<Body extends ReadBody = ReadBody> {
  /** Of a `.md` file. */
  checked?: CheckedText<Body>;
  /** The text and encoding of a `.csv` file. */
  table?: string | undefined;
  coding?: Coding | undefined;
  /** Of a picture or document. */
  facts?: FileFacts | undefined;
}

/**
 * Answers what a check of one entry asks about everything else. Each answer is noted in `reads`, under the name of the
 * fact it depends on; each change returns the names of the facts it touches. That is all an incremental check needs.
 */
export class ContentIndex {
  readonly #files = new Map<string, ContentFile>();
  readonly #names = new FileIndex();
  readonly #tables = new Map<string, Set<string>>();
  readonly #groups = new EntryGroups();
  /** Where the reads of the running check are noted. */
  reads = new Set<string>();
  /** The moment of the check; undefined if it is unknown. */
  moment: string | undefined;

  file(path: string): ContentFile | undefined {
    return this.#files.get(path);
  }

  /** Adds, replaces or removes a file. An entry is set on its own. */
  setFile(path: string, file: ContentFile | undefined): string[] {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (file) this.#names.add(path);
    else this.#names.delete(path);
    if (file) this.#files.set(path, file);
    else this.#files.delete(path);
    if (!path.endsWith('.csv')) return [`file:${foldedPath(path)}`];
    const tables = this.#tables.get(folder) ?? new Set();
    if (file) this.#tables.set(folder, tables.add(path));
    else tables.delete(path);
    return [`file:${foldedPath(path)}`, `tables:${folder}`];
  }

  addEntry(entry: Entry): string[] {
    const facts = factsAbout(entry);
    this.#groups.add(entry, facts);
    return [...facts, 'addresses', `slugs:${entry.collection}`];
  }

  removeEntry(entry: Entry): string[] {
    const facts = factsAbout(entry);
    this.#groups.remove(entry, facts);
    return [...facts, 'addresses', `slugs:${entry.collection}`];
  }

  readonly find: FindFile = (folder, src) => {
    for (const { candidate } of resolvedNames(folder, src)) this.reads.add(`file:${foldedPath(candidate)}`);
    return this.#names.find(folder, src);
  };

  /** The facts about a file that `find` has found. */
  readonly facts = (path: string): FileFacts | undefined => this.#files.get(path)?.facts;

  /** A table that is named directly. */
  table(path: string): string | undefined {
    this.reads.add(`file:${foldedPath(path)}`);
    return this.#files.get(path)?.table;
  }

  /** The CSV files in a folder. */
  tablesIn(folder: string): { path: string; text: string; coding: Coding | undefined }[] {
    this.reads.add(`tables:${folder}`);
    return [...(this.#tables.get(folder) ?? [])].sort().flatMap((path) => {
      const { table, coding } = this.#files.get(path) ?? {};
      return table === undefined ? [] : [{ path, text: table, coding }];
    });
  }

  /** In the order of the files, like every list of entries here. */
  all(collection: CollectionName): readonly Entry[] {
    return this.#noted(`all:${collection}`);
  }

  withSlug(collection: string, slug: string): readonly Entry[] {
    return this.#noted(`slug:${collection}/${slug}`);
  }

  slugs(collection: string): ReadonlySet<string> {
    this.reads.add(`slugs:${collection}`);
    return this.#groups.slugs(collection);
  }

  /** The entries of a collection that refer to an entry in a relation. */
  referring(collection: CollectionName, to: string, slug: string): readonly Entry[] {
    return this.#noted(`refers:${collection}>${to}/${slug}`);
  }

  /** The entry at an address. A current address takes precedence over the old one of another entry. */
  at(address: string): Entry | undefined {
    return this.#noted(`address:${address}`).at(-1) ?? this.formerlyAt(address).at(-1);
  }

  formerlyAt(address: string): readonly Entry[] {
    return this.#noted(`former:${address}`);
  }

  /** Entries of a collection whose old address ends with a slug. */
  formerlyNamed(collection: string, slug: string): readonly Entry[] {
    return this.#noted(`renamed:${collection}/${slug}`);
  }

  /** Whether an address is a page of the site, but not of an entry. */
  isPage(address: string): boolean {
    return addressesOfSite.has(address) || this.#noted(`page:${address}`).length > 0;
  }

  /** Every current and old address of an entry, for suggestions. */
  addresses(): Iterable<string> {
    this.reads.add('addresses');
    return this.#groups.addresses();
  }

  get now(): string | undefined {
    this.reads.add('now');
    return this.moment;
  }

  /** Days only pass: a day that is not ahead now never will be, so only the others depend on the moment. */
  isAhead(dayOrMoment: string): boolean {
    if (this.moment === undefined || !isAfter(dayOrMoment, this.moment)) return false;
    this.reads.add('now');
    return true;
  }

  #noted(fact: string): readonly Entry[] {
    this.reads.add(fact);
    return this.#groups.in(fact);
  }
}

/** The facts that an entry is part of. */
function factsAbout({ collection, data, slug, address }: Entry): string[] {
  const old = oldAddressesIn(data);
  const relations = fieldReferences(collectionOf(collection).fields, data).filter(
    ({ to }) => to !== undefined,
  );
  const facts = [
    `all:${collection}`,
    `slug:${collection}/${slug}`,
    `address:${address}`,
    ...old.map((each) => `former:${each}`),
    ...old.map((each) => `renamed:${collection}/${each.split('/').findLast((name) => name !== '') ?? ''}`),
    ...pagesBecauseOf(collection, data).map((each) => `page:${each}`),
    ...relations.map(({ to, value }) => `refers:${collection}>${to ?? ''}/${value}`),
  ];
  return [...new Set(facts)];
}
