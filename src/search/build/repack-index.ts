import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { decode, encode } from 'cborg';
import { fewAtATime } from '../../disk/few-at-a-time.ts';
import { ChunkCutter } from './word-chunks.ts';
import type { Bounds, Word } from './word-chunks.ts';
import { pagefindEntryName } from '../format/pagefind-entry.ts';
import type { PagefindEntry } from '../format/pagefind-entry.ts';
import { checksumOf } from '../format/checksum.ts';

/** A page as it was added to Pagefind, and the text that results show. */
export interface IndexedPage {
  address: string;
  shown: string;
}

/**
 * Pagefind 1.6 writes lists of words in chunks of about 20,000 positions, some 30 KB over the network, of which our
 * queries need a few entries. This writes much smaller chunks, and fragments with the original texts, so that excerpts
 * show what was written. The files have Pagefind's own format and are read by its own code in the browser, but their
 * names contain a checksum, so that the browser can detect incomplete ones. Takes the records in the order in which
 * they were added to Pagefind, and the words sorted. Returns the hash of the index, which also covers `beside`.
 */
export async function repackIndex(
  folder: string,
  records: readonly IndexedPage[],
  words: Iterable<Word>,
  beside: string,
): Promise<string> {
  const entryFile = path.join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as PagefindEntry;
  const [language, about] = Object.entries(entry.languages)[0] ?? [];
  if (entry.version !== '1.6.0' || !language || !about || Object.keys(entry.languages).length !== 1) {
    throw new Error(
      `An index of Pagefind ${entry.version} is not supported; check what changed in its format.`,
    );
  }
  const metaFile = path.join(folder, `pagefind.${about.hash}.pf_meta`);
  const [version = '', pages, , ...others] = decode(await unpack(metaFile)) as Meta;

  await checkOrder(folder, pages, records);
  for (const name of ['fragment', 'index']) {
    await rm(path.join(folder, name), { recursive: true });
    await mkdir(path.join(folder, name));
  }
  const names = new ShortNames(`${language}_`);
  const fragments = new Packer(names, (name) => fragmentFile(folder, name));
  for (const [number, page] of pages.entries()) {
    const record = records[number];
    if (record) await fragments.add(fragmentOf(record), (name) => (page[0] = name));
    // Only Pagefind's own ranking uses the length of a page, and we use our own.
    page[1] = 1;
  }
  await fragments.end();
  const written: Chunk[] = [];
  const chunks = new Packer(names, (name) => path.join(folder, 'index', `${name}.pf_index`));
  const cutter = new ChunkCutter((kept, bounds) =>
    chunks.add(encode([kept]), (name) => written.push([...bounds, name])),
  );
  for (const word of words) await cutter.add(word);
  await cutter.end();
  await chunks.end();

  const meta = encode([version, pages, written, ...others]);
  const name = names.of(Buffer.concat([meta, Buffer.from(beside)]));
  await rm(metaFile);
  await writeFile(path.join(folder, `pagefind.${name}.pf_meta`), await packed(meta));
  about.hash = name;
  await writeFile(entryFile, JSON.stringify(entry));
  await dropUnused(folder);
  await injectFetch(path.join(folder, 'pagefind.js'));
  return name;
}

/** Adds to the entry the checksums of the files that have none in their name. */
export async function writeChecksums(folder: string): Promise<void> {
  const entryFile = path.join(folder, pagefindEntryName);
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as PagefindEntry;
  const names = (await readdir(folder)).filter(
    (name) => /\.(?:json|pf_meta|pagefind)$/.test(name) && name !== pagefindEntryName,
  );
  const sums = await fewAtATime(
    names.sort(),
    async (name) => [name, checksumOf(await readFile(path.join(folder, name)))] as const,
  );
  await writeFile(entryFile, JSON.stringify({ ...entry, sums: Object.fromEntries(sums) }));
}
type Chunk = [...Bounds, hash: string];
type Meta = [version: string, pages: [hash: string, words: number][], chunks: Chunk[], ...unknown[]];

/** Checks by a sample of the fragments that Pagefind kept the order of the pages. */
async function checkOrder(folder: string, pages: Meta[1], records: readonly IndexedPage[]): Promise<void> {
  if (pages.length !== records.length) {
    throw new Error(
      `The index holds ${String(pages.length)} pages, but ${String(records.length)} were added.`,
    );
  }
  const step = Math.max(1, Math.floor(pages.length / 20));
  for (let number = 0; number < pages.length; number += step) {
    const [hash = ''] = pages[number] ?? [];
    const { url } = JSON.parse((await unpack(fragmentFile(folder, hash))).toString('utf8')) as {
      url: string;
    };
    if (url !== records[number]?.address)
      throw new Error(`Pagefind changed the order of the pages at ${url}.`);
  }
}

/** A fragment with the page's text in place of the tokens. */
const fragmentOf = ({ address, shown }: IndexedPage): Buffer =>
  Buffer.from(
    JSON.stringify({ url: address, content: shown, word_count: 1, filters: {}, meta: {}, anchors: [] }),
  );

/** Compresses files a few at a time, and names them in the order of arrival. */
class Packer {
  readonly #names: ShortNames;
  readonly #fileOf: (name: string) => string;
  #waiting: { bytes: Promise<Buffer>; named: (name: string) => unknown }[] = [];

  constructor(names: ShortNames, fileOf: (name: string) => string) {
    this.#names = names;
    this.#fileOf = fileOf;
  }

  async add(bytes: Uint8Array, named: (name: string) => unknown): Promise<void> {
    this.#waiting.push({ bytes: packed(bytes), named });
    if (this.#waiting.length >= 16) await this.end();
  }

  async end(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const files = await Promise.all(waiting.map(({ bytes }) => bytes));
    await Promise.all(
      files.map((bytes, index) => {
        const name = this.#names.of(bytes);
        waiting[index]?.named(name);
        return writeFile(this.#fileOf(name), bytes);
      }),
    );
  }
}

const fragmentFile = (folder: string, hash: string): string =>
  path.join(folder, 'fragment', `${hash}.pf_fragment`);

const signature = 'pagefind_dcd';

async function unpack(file: string): Promise<Buffer> {
  const bytes = await promisify(gunzip)(await readFile(file));
  if (bytes.toString('latin1', 0, signature.length) !== signature)
    throw new Error(`${file} is not Pagefind's.`);
  return bytes.subarray(signature.length);
}

const packed = (bytes: Uint8Array): Promise<Buffer> =>
  promisify(gzip)(Buffer.concat([Buffer.from(signature), bytes]), { level: 7 });

/**
 * Checksums as short as Pagefind's own, because every first query loads them all and they do not compress. Longer ones
 * where two would be equal.
 */
class ShortNames {
  readonly #prefix: string;
  readonly #taken = new Map<string, string>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  of(bytes: Uint8Array): string {
    const whole = checksumOf(bytes);
    for (let length = 7; ; length++) {
      const name = whole.slice(0, length);
      const holder = this.#taken.get(name) ?? whole;
      if (holder !== whole) continue;
      this.#taken.set(name, whole);
      return this.#prefix + name;
    }
  }
}

/** Removes Pagefind's own interfaces and worker: the search page has its own, and runs the engine without a worker. */
async function dropUnused(folder: string): Promise<void> {
  const unused = (await readdir(folder)).filter((name) =>
    /ui\.(?:js|css)$|highlight\.js$|worker\.js$/.test(name),
  );
  await fewAtATime(unused, (name) => rm(path.join(folder, name)));
}

/**
 * Pagefind silently treats a file that was not loaded as empty. So its one call of `fetch` is replaced by a function that
 * the caller sets, and which can see the failure.
 */
async function injectFetch(file: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  const parts = source.split(/\bfetch\((\w+\.input)\)/);
  if (parts.length !== 3) throw new Error('Pagefind fetches its files in an unknown way.');
  const [before = '', input = '', after = ''] = parts;
  const added = 'let fetchFile=fetch;export const fetchBy=(given)=>{fetchFile=given};';
  await writeFile(file, `${before}fetchFile(${input})${after}\n${added}\n`);
}
