/** The pages as files, before a browser repairs them and before any script runs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { importedAtOnce, namedInPage } from '../../src/offline/named-assets.ts';
import {
  attribute,
  builtFiles,
  builtFolder,
  elementsOf,
  everyAddress,
  fileOf,
  mappedAddresses,
  textOf,
} from './support/built-site.ts';

const read = (file: string): Promise<string> => readFile(path.join(builtFolder(), file), 'utf8');

const pagesOf = (files: ReadonlySet<string>): string[] => [...files].filter((name) => name.endsWith('.html'));

test('the HTML is valid', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:recommended'],
      rules: {
        // Asks for a special hyphen in every telephone number; style sheets keep numbers together.
        'tel-non-breaking': 'off',
        // Narrow screens show table rows as blocks, which would remove the roles, so they are written out.
        'no-redundant-role': 'off',
        // The box that scrolls a wide table is a named region for keyboard users, not a section of the text.
        'prefer-native-element': ['error', { exclude: ['region'] }],
        // The contents are in the page twice, folded and beside the text. Only one is visible, and axe checks that one.
        'unique-landmark': 'off',
      },
    }),
  );
  const found: string[] = [];
  for (const file of pagesOf(await builtFiles())) {
    const { results } = await validator.validateString(await read(file), file);
    for (const { messages } of results)
      found.push(
        ...messages.map(({ ruleId, message, line }) => `${file}:${String(line)} ${ruleId} ${message}`),
      );
  }
  expect(found).toEqual([]);
});

test('every page is in the site map, and every address of the site map is a page', async () => {
  // A handout is a copy of a page; search engines should find the page.
  const pages = pagesOf(await builtFiles()).filter(
    (name) => !name.startsWith('elder/') && !name.startsWith('handouts/') && name !== '404.html',
  );
  expect((await mappedAddresses()).map(fileOf).sort()).toEqual(pages.sort());
});

test('every page has text without script, and a unique title in its view', async () => {
  const found: string[] = [];
  const titles = new Map<string, string>();
  for (const address of await everyAddress()) {
    const elements = elementsOf(await read(fileOf(address)));
    const main = elements.find(({ tagName }) => tagName === 'main');
    if (!main || textOf(main).trim().length < 10) found.push(`${address} has no text in main`);
    const title = elements.find(({ tagName }) => tagName === 'title');
    // Titles of the elder view end with its name, so one map is enough for both views.
    const words = title ? textOf(title) : '';
    const other = titles.get(words);
    if (words === '' || other !== undefined)
      found.push(`${address} has the title “${words}” of ${String(other)}`);
    titles.set(words, address);
  }
  expect(found).toEqual([]);
});

test('every page has one h1, a description and its normal address as canonical', async () => {
  const found: string[] = [];
  const notFound = ['/404.html', '/elder/404.html'].filter((file) =>
    existsSync(path.join(builtFolder(), file)),
  );
  for (const address of [...(await everyAddress()), ...notFound]) {
    const elements = elementsOf(await read(fileOf(address)));
    const headings = elements.filter(({ tagName }) => tagName === 'h1').length;
    if (headings !== 1) found.push(`${address} has ${String(headings)} h1`);
    const description = elements.find((each) => attribute(each, 'name') === 'description');
    if (!description || !attribute(description, 'content')) found.push(`${address} has no description`);
    if (notFound.includes(address)) continue;
    const canonical = elements.find((each) => attribute(each, 'rel') === 'canonical');
    const { pathname } = new URL((canonical && attribute(canonical, 'href')) ?? 'none://');
    if (pathname !== address.replace(/^\/elder(?=\/)/, '')) found.push(`${address} calls itself ${pathname}`);
  }
  expect(found).toEqual([]);
});

test('every internal link and anchor resolves', async () => {
  const files = await builtFiles();
  const [home] = /<loc>[^<]*<\/loc>/.exec(await read('sitemap-0.xml')) ?? [''];
  const { origin } = new URL(home.replace(/<\/?loc>/g, ''));
  const anchors = new Map<string, Set<string>>();
  const links: { from: string; to: URL }[] = [];
  for (const file of pagesOf(files)) {
    const elements = elementsOf(await read(file));
    const named = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    anchors.set(file, new Set(named));
    for (const element of elements) {
      for (const name of ['href', 'src', 'action']) {
        const value = attribute(element, name);
        if (value === undefined) continue;
        const to = new URL(value, `${origin}/${file.replace(/index\.html$/, '')}`);
        if (to.origin === origin) links.push({ from: file, to });
      }
    }
  }
  expect(links.length).toBeGreaterThan(10 * anchors.size);
  const broken = links.filter(({ to }) => {
    // The desk is not in the built site.
    if (to.pathname.startsWith('/admin/')) return false;
    const file = fileOf(to.pathname);
    if (!files.has(file)) return true;
    const place = decodeURIComponent(to.hash.slice(1));
    return place !== '' && anchors.get(file)?.has(place) === false;
  });
  expect(broken.map(({ from, to }) => `${from} leads to ${to.pathname}${to.hash}`)).toEqual([]);
});

test('only a page with an island loads a framework, and only what the island needs', async () => {
  const files = await builtFiles();
  const scripts = new Map<string, string>();
  for (const name of files)
    if (/^_astro\/.*\.js$/.test(name)) scripts.set(name.slice('_astro/'.length), await read(name));
  const frameworks = [...scripts.keys()].filter((name) => /^(?:preact|react|client)\./.test(name));
  expect(frameworks.length).toBeGreaterThan(1);
  const found: string[] = [];
  let islands = 0;
  for (const file of pagesOf(files)) {
    const html = await read(file);
    const names = new Set(namedInPage(html, '/').needed.filter((name) => name.endsWith('.js')));
    for (const name of names) importedAtOnce(scripts.get(name) ?? '').forEach((more) => names.add(more));
    const isLoaded = frameworks.every((name) => names.has(name));
    const isLoadedInPart = frameworks.some((name) => names.has(name));
    const hasIsland = html.includes('<astro-island');
    if (hasIsland) islands++;
    // Fetched with the page, before the script that starts islands has loaded.
    const early = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);
    const asked = [...html.matchAll(/ (?:component|renderer)-url="([^"]+)"/g)].map(([, name]) => name);
    expect(early, file).toEqual(asked);
    if (hasIsland ? !isLoaded : isLoadedInPart) found.push(`${file}: ${[...names].join(' ')}`);
  }
  expect(found).toEqual([]);
  expect(islands).toBeGreaterThan(4);
});
