import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageTable } from '../scripts/coverage.ts';
import { withCollections } from '../scripts/editing.ts';
import { fieldsTable } from '../scripts/fields.ts';
import { deskConfiguration } from '../scripts/nginx/desk-configuration.ts';
import { usual } from '../scripts/nginx/options.ts';
import { siteConfiguration } from '../scripts/nginx/site-configuration.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

const pages = [
  ...(await readdir(root)).filter((name) => name.endsWith('.md')),
  ...(await readdir(path.join(root, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];
const texts = new Map(await Promise.all(pages.map(async (page) => [page, await read(page)] as const)));
/** Without HTML comments and code blocks. */
const shown = (page: string): string =>
  (texts.get(page) ?? '').replaceAll(/<!--[^]*?-->/g, '').replaceAll(/^```[^]*?^```/gm, '');

describe('generated files are up to date', () => {
  test('the table of fields', async () => {
    expect(await read('docs/fields.md')).toBe(fieldsTable());
  });

  test('the nginx configurations have the headers of our server', async () => {
    expect(await read('docs/nginx.conf')).toBe(siteConfiguration(usual));
    expect(await read('docs/nginx-desk.conf')).toBe(deskConfiguration(usual));
  });

  test('the table of coverage links to entries of the sample content', async () => {
    expect(await read('docs/coverage.md')).toBe(await coverageTable(path.join(root, 'content')));
  });

  test('the manual for editors names every collection', async () => {
    const manual = await read('docs/editing.zh-CN.md');
    expect(withCollections(manual)).toBe(manual);
    expect(() => withCollections(manual.replace('<!-- /collections -->', ''))).toThrow('no place');
  });
});

test('finds the documents', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/glossary.md']));
  expect(pages.length).toBeGreaterThan(20);
});

describe.each(pages)('%s', (page) => {
  const text = shown(page);

  test('links only to existing files', () => {
    const targets = [...text.replaceAll(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(
      ([, target = '']) => target,
    );
    const missing = targets.filter((target) => {
      if (/^(?:https?|mailto):/.test(target)) return false;
      return !existsSync(path.join(root, path.dirname(page), decodeURI(target.replace(/#.*$/, ''))));
    });
    expect(missing).toEqual([]);
  });

  // Examples of files that a reader of CONTRIBUTING.md would add.
  const examples = new Set([
    'src/markdown/rules/dashes.ts',
    'src/markdown/cases/dashes.txt',
    'src/model/collections/branches.ts',
    'src/pages/branches/[slug].astro',
  ]);

  test('names only existing paths', () => {
    const named = [...text.matchAll(/`((?:src|admin|scripts|tests|bench|docs|content)\/[^`\s]*)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !/[*<]/.test(name) && !examples.has(name));
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

describe('commands', () => {
  const script = (source: string, name: string): string[] =>
    [
      ...source
        .slice(source.indexOf(`const ${name} = {`), source.indexOf('\n};'))
        .matchAll(/^ {2}'?([\w:]+)'?: /gm),
    ].map(([, word = '']) => word);
  /** Finds `npm start`, `npm run build`, `node scripts/run.mjs fields`. */
  const namedIn = (text: string): { npm: string[]; words: string[] } => ({
    npm: [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? ''),
    words: [...text.matchAll(/\bscripts\/run\.mjs ([\w:]+)/g)].map(([, word = '']) => word),
  });

  test('documents name only existing commands, and all of them are documented', async () => {
    const words = script(await read('scripts/run.mjs'), 'commands');
    expect(words).toEqual(expect.arrayContaining(['start', 'bench:search', 'pictures', 'editing']));
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    // Code blocks have commands, too.
    const named = namedIn([...texts.values()].map((text) => text.replaceAll(/<!--[^]*?-->/g, '')).join('\n'));
    expect(named.npm.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(named.words.filter((word) => !words.includes(word))).toEqual([]);
    const documentedIn = namedIn(texts.get('README.md')! + texts.get('CONTRIBUTING.md')!);
    const documented = new Set([...documentedIn.npm, ...documentedIn.words]);
    expect(words.filter((word) => !documented.has(word))).toEqual([]);
    // Each script of package.json calls one of the commands.
    const called = Object.values(scripts).map(
      (command) => /^node scripts\/run\.mjs ([\w:]+)$/.exec(command)?.[1],
    );
    expect(called.filter((word) => word === undefined || !words.includes(word))).toEqual([]);
  });
});

describe('decisions', () => {
  const names = pages.filter((page) => /^docs\/decisions\/\d{4}-/.test(page)).sort();
  const parts = ['Context', 'Decision', 'Considered', 'What would change our minds'];

  test.each(names)('%s has its number and four parts with text', (name) => {
    const text = texts.get(name)!;
    const number = String(Number(/(\d{4})-/.exec(name)![1]));
    expect(text).toMatch(new RegExp(`^# ${number}\\. .{10,}\\n`));
    const [, ...sections] = text.split(/^## /m);
    expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(parts);
    for (const section of sections) expect(section.split('\n').slice(1).join('').length).toBeGreaterThan(20);
  });

  test('each number is used once, and the list has every title', () => {
    expect(names.length).toBeGreaterThan(12);
    const numbers = names.map((name) => /(\d{4})-/.exec(name)![1]);
    expect(new Set(numbers).size).toBe(names.length);
    const rows = names.map((name) => {
      const title = /^# \d+\. (.+)$/m.exec(texts.get(name)!)![1]!;
      const file = path.basename(name);
      return `| [${file.slice(0, 4)}](${file}) | ${title} |`;
    });
    const listed = texts.get('docs/decisions/README.md')!.match(/^\| \[\d.*$/gm);
    expect(listed).toEqual(rows);
  });
});

test('both READMEs are short and have the same variables and pictures', () => {
  const [english, chinese] = [texts.get('README.md')!, texts.get('README.zh-CN.md')!];
  expect(english.split('\n').length).toBeLessThanOrEqual(111);
  const variables = (text: string): string[] =>
    [...text.matchAll(/^\| (`[A-Z_]+[^|]*)\|/gm)].map(([, row = '']) =>
      row.replaceAll(/[、, ]+/g, ' ').trim(),
    );
  expect(variables(english).length).toBeGreaterThan(3);
  expect(variables(chinese)).toEqual(variables(english));
  const pictures = (text: string): string[] =>
    [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, src = '']) => src);
  expect(pictures(chinese)).toEqual(pictures(english));
});
