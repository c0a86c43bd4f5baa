/** What every collection must have on the built site. A new description is checked without a change here. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { feedPlace } from '../../src/model/define-collection.ts';
import { collectionNames, collectionOf, listNames } from '../../src/model/collections.ts';
import type { CollectionName } from '../../src/model/collections.ts';
import { attribute, builtFiles, builtFolder, elementsOf, fileOf } from './support/built-site.ts';

const read = (file: string): Promise<string> => readFile(path.join(builtFolder(), file), 'utf8');

/** The address of its list, or of its one entry. */
const homeOf = (name: CollectionName): string => collectionOf(name).single ?? `/${name}/`;

/** Addresses of its entries, from the site's API. */
async function entriesOf(name: CollectionName): Promise<string[]> {
  const { items } = JSON.parse(await read(`api/v1/${name}.json`)) as { items: { url: string }[] };
  return items.map(({ url }) => decodeURI(new URL(url).pathname));
}

test('every collection has a page for its list and one for each entry', async () => {
  const files = await builtFiles();
  const missing: string[] = [];
  for (const name of collectionNames) {
    const entries = await entriesOf(name);
    expect(entries, `the sample content shows ${name}`).not.toEqual([]);
    missing.push(...[homeOf(name), ...entries].filter((address) => !files.has(fileOf(address))));
  }
  expect(missing).toEqual([]);
});

test('links lead from the first page to every list and every entry', async () => {
  const files = await builtFiles();
  const reached = new Set(['/']);
  for (const address of reached) {
    const file = fileOf(address);
    if (!files.has(file) || !file.endsWith('.html')) continue;
    for (const element of elementsOf(await read(file))) {
      const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
      if (href === undefined) continue;
      const to = new URL(href, `http://site${address}`);
      // The elder view has all pages again, but reaching one there does not count here.
      if (to.host === 'site' && !to.pathname.startsWith('/elder/')) reached.add(decodeURI(to.pathname));
    }
  }
  const wanted = (
    await Promise.all(collectionNames.map(async (name) => [homeOf(name), ...(await entriesOf(name))]))
  ).flat();
  expect(wanted.filter((address) => !reached.has(address))).toEqual([]);
});

test('a collection with a feed links to it from its list; one without has none', async () => {
  const files = await builtFiles();
  for (const name of listNames) {
    const page = await read(fileOf(homeOf(name)));
    const feeds = [`${name}/rss.xml`, `${name}/feed.json`];
    const has = feedPlace(collectionOf(name)) !== undefined;
    expect(
      feeds.map((feed) => [files.has(feed), page.includes(`href="/${feed}"`)]),
      name,
    ).toEqual(feeds.map(() => [has, has]));
  }
});
