import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../../disk/few-at-a-time.ts';
import { filesBelow } from '../../disk/folder-files.ts';
import { addressOf } from '../../model/addresses/entry-addresses.ts';
import { stepTargets } from '../../model/vocabulary/step-targets.ts';
import { collectionOf } from '../../model/collections.ts';
import type { CollectionName, Data } from '../../model/collections.ts';
import { linksIn, withoutQueryAndHash } from '../../html/link-targets.ts';

export interface CheckedContentEntry {
  collection: CollectionName;
  data: Readonly<Record<string, unknown>>;
}

export interface DownloadablePath {
  slug: string;
  title: string;
  /** Below the site, `/paths/xieshang/`: the path's own page, then each step's. */
  steps: string[];
}

/** The paths of the content, with the pages of their steps. */
export function pathsOf(entries: readonly CheckedContentEntry[]): DownloadablePath[] {
  return entries
    .filter(({ collection }) => collection === 'paths')
    .map(({ data }) => {
      const { slug, title, steps } = data as Data<'paths'>;
      const own = addressOf(collectionOf('paths'), data);
      return { slug, title, steps: [own, ...steps.flatMap((step) => targetsOf(step, entries))] };
    });
}

const collectionOfTarget = {
  material: 'materials',
  quiz: 'quizzes',
  event: 'events',
  project: 'projects',
} as const satisfies Record<(typeof stepTargets)[number], CollectionName>;

function targetsOf(step: Data<'paths'>['steps'][number], entries: readonly CheckedContentEntry[]): string[] {
  return stepTargets.flatMap((target) => {
    const name = collectionOfTarget[target];
    const entry = entries.find(
      ({ collection, data }) => collection === name && data['slug'] === step[target],
    );
    return entry ? [addressOf(collectionOf(name), entry.data)] : [];
  });
}

/** Pages that every path includes. */
const always = ['/my-study/', '/offline/'];

/**
 * The built pages of a path: those of its steps with their slides and booklets, the terms in them, and the elder view of
 * each where there is one.
 */
export async function pagesOf(site: string, { steps }: DownloadablePath): Promise<string[]> {
  const read = (address: string): Promise<string | undefined> =>
    readFile(path.join(site, address, 'index.html'), 'utf8').catch(() => undefined);
  const below = await fewAtATime(steps, (address) => sheetsBelow(site, address));
  const named = new Set([...steps, ...below.flat(), ...always]);
  for (const address of [...named]) for (const term of termsIn((await read(address)) ?? '')) named.add(term);
  const both = [...named].flatMap((address) => [address, `/elder${address}`]);
  const there = await fewAtATime(both, async (address) => (await read(address)) !== undefined);
  return both.filter((_, index) => there[index]);
}

/** `/paths/xieshang/` -> its `screen/`, `booklet/`, `booklet/large/`. */
async function sheetsBelow(site: string, address: string): Promise<string[]> {
  return (await filesBelow(path.join(site, address)))
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => address + name.slice(0, -'index.html'.length));
}

/** Term pages that a page links to, with any base path. */
export function termsIn(html: string): string[] {
  return linksIn(html).flatMap((href) => {
    const [, term] = /(\/terms\/[^/#?]+\/)(?:[#?]|$)/.exec(href) ?? [];
    return term === undefined ? [] : [term];
  });
}

/** Addresses of a page's attachments, without fragments. */
export const filesIn = (html: string, base: string): string[] => [
  ...new Set(
    linksIn(html)
      .filter((href) => href.startsWith(`${base}files/`))
      .map(withoutQueryAndHash),
  ),
];
