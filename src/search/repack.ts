import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { decodeCbor, encodeCbor } from './cbor.ts';
import type { Cbor } from './cbor.ts';
import { Cutter } from './cutter.ts';
import type { Bounds, Word } from './cutter.ts';

/** A page as Pagefind was told of it, and what is to be shown of it. */
export interface Packed {
  address: string;
  shown: string;
}

/**
 * Pagefind 1.6 writes lists of words in pieces of about 20,000 places, some 30 KB over the wire, of which a query of
 * ours needs a few entries. Here they are cut much finer, and the pages' texts are put beside them, so that excerpts
 * show what was written. The files are Pagefind's own, read by its own code in the browser. Takes the records in the
 * order they were given to Pagefind, and the words sorted; gives back the name of the index, which changes with it and
 * with what lies `beside` it.
 */
export async function repack(
  folder: string,
  records: readonly Packed[],
  words: Iterable<Word>,
  beside: string,
): Promise<string> {
  const entryFile = path.join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8')) as Entry;
  const [language, about] = Object.entries(entry.languages)[0] ?? [];
  if (entry.version !== '1.6.0' || !language || !about || Object.keys(entry.languages).length !== 1) {
    throw new Error(
      `An index of Pagefind ${entry.version} is not known here; see what changed in its format.`,
    );
  }
  const metaFile = path.join(folder, `pagefind.${about.hash}.pf_meta`);
  const [version = '', pages, , ...others] = decodeCbor(await unpack(metaFile)) as Meta;

  await checkOrder(folder, pages, records);
  for (const name of ['fragment', 'index']) {
    await rm(path.join(folder, name), { recursive: true });
    await mkdir(path.join(folder, name));
  }
  const packing: Promise<void>[] = [];
  const names = new ShortNames();
  for (const [number, page] of pages.entries()) {
    const record = records[number];
    if (record) page[0] = await writeFragment(folder, `${language}_`, record, names, packing);
    // Only Pagefind's own ranking asks for the length of a page, and ours takes its place.
    page[1] = 1;
  }
  const written: Chunk[] = [];
  const keep = async (kept: Word[], bounds: Bounds): Promise<void> => {
    const bytes = encodeCbor([kept as unknown as Cbor]);
    const hash = `${language}_${names.of(bytes)}`;
    written.push([...bounds, hash]);
    await alongside(packing, pack(path.join(folder, 'index', `${hash}.pf_index`), bytes));
  };
  const cutter = new Cutter(keep);
  for (const word of words) await cutter.add(word);
  await cutter.end();
  await Promise.all(packing);

  const meta = encodeCbor([version, pages, written, ...others]);
  const name = `${language}_${names.of(Buffer.concat([meta, Buffer.from(beside)]))}`;
  await rm(metaFile);
  await pack(path.join(folder, `pagefind.${name}.pf_meta`), meta);
  about.hash = name;
  await writeFile(entryFile, JSON.stringify(entry));
  await dropUnused(folder);
  return name;
}

interface Entry {
  version: string;
  languages: Record<string, { hash: string }>;
}
type Chunk = [...Bounds, hash: string];
type Meta = [version: string, pages: [hash: string, words: number][], chunks: Chunk[], ...Cbor[]];

/** A sample of the fragments must say that Pagefind kept the order in which it was given the pages. */
async function checkOrder(folder: string, pages: Meta[1], records: readonly Packed[]): Promise<void> {
  if (pages.length !== records.length) {
    throw new Error(
      `The index holds ${String(pages.length)} pages, but ${String(records.length)} were given to it.`,
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

/** A fragment with the page's text in place of the tokens, named after what it holds. */
async function writeFragment(
  folder: string,
  prefix: string,
  { address, shown }: Packed,
  names: ShortNames,
  packing: Promise<void>[],
): Promise<string> {
  const fragment = { url: address, content: shown, word_count: 1, filters: {}, meta: {}, anchors: [] };
  const bytes = Buffer.from(JSON.stringify(fragment));
  const hash = prefix + names.of(bytes);
  await alongside(packing, pack(fragmentFile(folder, hash), bytes));
  return hash;
}

/** Compressing goes on beside the making of the next file, a few at a time. */
async function alongside(packing: Promise<void>[], next: Promise<void>): Promise<void> {
  packing.push(next);
  if (packing.length >= 16) await Promise.all(packing.splice(0));
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

const pack = async (file: string, bytes: Buffer): Promise<void> =>
  writeFile(file, await promisify(gzip)(Buffer.concat([Buffer.from(signature), bytes]), { level: 7 }));

/**
 * Hashes as long as Pagefind's own, for every first query loads them all, and hashes do not compress; longer where two
 * would be the same.
 */
class ShortNames {
  readonly #taken = new Map<string, string>();

  of(bytes: Buffer): string {
    const whole = createHash('sha256').update(bytes).digest('hex');
    for (let length = 7; ; length++) {
      const name = whole.slice(0, length);
      const holder = this.#taken.get(name) ?? whole;
      if (holder !== whole) continue;
      this.#taken.set(name, whole);
      return name;
    }
  }
}

/** Pagefind's own interfaces and worker: the search page brings its own, and runs the engine itself. */
async function dropUnused(folder: string): Promise<void> {
  const unused = (await readdir(folder)).filter((name) =>
    /ui\.(?:js|css)$|highlight\.js$|worker\.js$/.test(name),
  );
  await Promise.all(unused.map((name) => rm(path.join(folder, name))));
}
