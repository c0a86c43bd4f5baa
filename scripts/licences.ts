// What for: writes docs/licences.md, the licences of all packages, and public/licences.txt, the notices of the packages
//           that readers' browsers get. Those of the desk are written by its build.
// How: node scripts/run.mjs licences   after each change of the dependencies (tests/supply/licences.test.ts compares)
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { importGraph } from './import-graph.ts';
import { nameOf } from './complete-lock.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

/**
 * What we may use, and where: in what browsers get, in the desk only, or as tools of the build and of the tests and
 * programs beside ours. For those, a notice beside the bundle would not do.
 */
export const allowed: Readonly<Record<string, 'anywhere' | 'desk' | 'tools'>> = {
  MIT: 'anywhere',
  ISC: 'anywhere',
  '0BSD': 'anywhere',
  'BSD-2-Clause': 'anywhere',
  'BSD-3-Clause': 'anywhere',
  'Apache-2.0': 'anywhere',
  'BlueOak-1.0.0': 'anywhere',
  'CC0-1.0': 'anywhere',
  WTFPL: 'anywhere',
  // The list of browsers, as data of the build.
  'CC-BY-4.0': 'tools',
  // Unchanged files with their notice; the source is the package. Readers need not be asked to look there.
  'MPL-2.0': 'desk',
  'PSF-2.0': 'tools',
  'Python-2.0': 'tools',
  // libvips, which sharp loads as a library of its own.
  'LGPL-3.0-or-later': 'tools',
};

/** Packages without the field, and where their licence is stated. */
const elsewhere: Readonly<Record<string, string>> = {
  // LICENSE-MIT, and the old field `licenses`.
  fuzzy: 'MIT',
  // README.md, the last line.
  semaphore: 'MIT',
};

export interface LicencedPackage {
  name: string;
  version: string;
  place: string;
  licence: string;
}

interface LockEntry {
  name?: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };

export const packages: readonly LicencedPackage[] = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => {
    const name = nameOf(place, entry) as string;
    return { name, version: entry.version, place, licence: entry.license ?? elsewhere[name] ?? 'none' };
  });

/** Those licences of a package that are not allowed at a place. */
export function refusedAt(place: 'readers' | 'desk' | 'tools', { licence }: LicencedPackage): string[] {
  const places = { readers: ['anywhere'], desk: ['anywhere', 'desk'], tools: ['anywhere', 'desk', 'tools'] };
  return licencesIn(licence).filter((each) => !places[place].includes(allowed[each] ?? 'nowhere'));
}

/** The licences that an SPDX expression asks for: all of `A AND B`, of `A OR B` the one that allows most. */
export function licencesIn(expression: string): string[] {
  return expression.split(' AND ').map((part) => {
    const choices = part.replaceAll(/[()]/g, '').split(' OR ');
    const known = choices.filter((each) => Object.hasOwn(allowed, each));
    const best = ['anywhere', 'desk', 'tools'].map((place) => known.find((each) => allowed[each] === place));
    return best.find((each) => each !== undefined) ?? choices.join(' OR ');
  });
}

export function licencesTable(): string {
  const groups = Map.groupBy(packages, ({ licence }) => licence);
  const rows = [...groups].toSorted(
    ([a, some], [b, others]) => others.length - some.length || a.localeCompare(b),
  );
  const sections = rows.map(([licence, members]) => {
    const names = [...new Set(members.map(({ name, version }) => `${name} ${version}`))].sort();
    return `## ${licence}\n\n${names.join(', ')}\n`;
  });
  return `# Licences of the packages

Made from \`package-lock.json\` by \`node scripts/run.mjs licences\`; please do not edit. The notices of the packages that
readers' browsers get are in \`/licences.txt\` of the site, those of the desk in \`/admin/licences.txt\`.

${sections.join('\n')}`;
}

/** The files whose code is sent to readers' browsers, or whose data is: the search index has words of dictionaries. */
const sent = ['src/islands', 'src/search', 'src/offline'];
const tools = new Set(['vite', 'parse5']);
/** Put in by the builds: the start of islands, Preact in React's place, and the engine of the search. */
const putIn = ['astro', '@astrojs/react', 'preact', 'pagefind'];

/** The packages that readers' browsers get parts of, with those that they depend on. */
export function readersPackages(): LicencedPackage[] {
  const graph = importGraph(root, ['src'], { types: false });
  const isSent = (file: string): boolean =>
    sent.some((room) => file.startsWith(`${room}/`)) && !file.endsWith('.test.ts');
  const files = new Set([...graph.keys()].filter(isSent));
  for (const file of files) for (const target of graph.get(file) ?? []) files.add(target);
  const found = new Set(putIn);
  for (const file of files) {
    const code = read(file).replace(/^(?:import|export) type\b[^;]*;/gm, '');
    for (const { fileName } of ts.preProcessFile(code, true, true).importedFiles) {
      const [, name = ''] = /^((?:@[^/]+\/)?[^/.:@][^/:]*)(?:\/|$)/.exec(fileName) ?? [];
      if (lock.packages[`node_modules/${name}`] && !tools.has(name) && !name.startsWith('react'))
        found.add(name);
    }
  }
  // The set grows during the loop. What tools of the build depend on is not sent.
  for (const name of found) {
    const { dependencies = {} } = lock.packages[`node_modules/${name}`] ?? {};
    if (!putIn.includes(name)) for (const each of Object.keys(dependencies)) found.add(each);
  }
  return [...found]
    .sort()
    .flatMap((name) => packages.filter(({ place }) => place === `node_modules/${name}`));
}

export function readersNotices(): string {
  const notices = readersPackages().map(({ name, version, licence, place }) => {
    const line = '-'.repeat(72);
    return `${line}\n${name} ${version} (${licence})\n${line}\n\n${noticeOf(place)}\n`;
  });
  return `本站的页面用到下列开源软件，它们的许可如下。本站自己的程序按 MIT 许可发布。
This site uses the following software. The site itself is under the MIT licence.

${read('LICENSE').trim()}

${notices.join('\n')}`;
}

/** Packages under MIT without a file; the line is that of their repository. */
const copyrights: Readonly<Record<string, string>> = { pagefind: 'Copyright 2022 CloudCannon' };
const mitText = read('LICENSE').slice(read('LICENSE').indexOf('Permission is hereby granted')).trim();

function noticeOf(place: string): string {
  const folder = path.join(root, place);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile() && /^(?:licen[cs]e|copying|notice)/i.test(each.name))
    .map((each) => each.name)
    .sort();
  const copyright = copyrights[path.basename(place)];
  if (names.length === 0 && copyright !== undefined) return `${copyright}\n\n${mitText}`;
  if (names.length === 0) throw new Error(`${place} has no file with its licence.`);
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
}

if (import.meta.main) {
  writeFileSync(path.join(root, 'docs/licences.md'), licencesTable());
  writeFileSync(path.join(root, 'public/licences.txt'), readersNotices());
  process.stdout.write('Wrote docs/licences.md and public/licences.txt.\n');
}
