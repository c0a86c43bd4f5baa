import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { renderMarkdown } from '../src/markdown/render.ts';
import { checkEntry } from '../src/model/check/check-entry.ts';
import { collectionNames, collectionOf } from '../src/model/collections.ts';
import type { Fields } from '../src/model/fields.ts';

/** Latin words that offices use too: file types, programs, keys and the start of addresses. */
const known = new Set(
  'pdf csv xlsx docx pptx png jpg jpeg webp avif gif svg heic zip word excel wps tab esc ctrl mb https http mailto tel html utf gbk ansi icp iphone'.split(
    ' ',
  ),
);

/** The words of a message, without quoted text and example addresses. */
const foreignIn = (sentence: string): string[] =>
  sentence
    .replaceAll(/“[^”]*”|《[^》]*》|"[^"]*"/g, '')
    // Examples: an address of a page, a slug, a mail address, a host, a moment.
    .replaceAll(
      /\/[\w-]+(?:\/[\w-]+)*\/|\d{4}-[a-z-]+|[\w.]+@[\w.]+|\b(?:[a-z]+\.){2,}[a-z]+|\d{4}-\d\d-\d\dT[\d:+]+/g,
      '',
    )
    .match(/[A-Za-z]{2,}/g)
    ?.filter((word) => !known.has(word.toLowerCase())) ?? [];

const formatNames = /\b(?:YAML|JSON|Markdown|front ?matter)\b|index\.md|content\//i;

function expectTheirWords(sentences: readonly string[]): void {
  for (const sentence of sentences) {
    expect(foreignIn(sentence), sentence).toEqual([]);
    expect(sentence).not.toMatch(formatNames);
    // Lists and groups are quoted by their content, not as JSON.
    expect(sentence).not.toMatch(/\{"|"\}|undefined|\[object/);
    expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
  }
}

const fixtures = path.resolve(import.meta.dirname, 'fixtures');
const broken = (await readdir(fixtures)).filter((name) => name.startsWith('broken-'));

test.each(broken)('%s: every message uses the words of editors', async (name) => {
  const { problems } = checkSiteContent(await readContentFolder(path.join(fixtures, name, 'content')));
  expect(problems.length).toBeGreaterThan(30);
  expectTheirWords(problems.map(({ message }) => message));
});

/** Values that are wrong in all ways: another type, too long, an unknown choice, empty. */
const wrongs = [
  '{a: 1, b: [2, 3]}',
  '[]',
  '[{src: 1}, x]',
  `"${'长'.repeat(3000)}"`,
  '-7.5',
  'true',
  '无',
  '"a\\nb"',
  '',
];

const written = (fields: Fields, wrong: string): string =>
  Object.entries(fields)
    .filter(([, { kind }]) => kind !== 'markdown')
    .map(([name]) => `${name}: ${wrong}`)
    .join('\n');

/** Lists with one item that has all its fields and an unknown one, all with a wrong value. */
const nested = (fields: Fields, wrong: string): string =>
  Object.entries(fields)
    .flatMap(([name, field]) =>
      field.kind === 'parts'
        ? [`${name}:\n  - nobody: 1\n${written(field.fields, wrong).replaceAll(/^/gm, '    ')}`]
        : [],
    )
    .join('\n');

test.each(collectionNames)('%s: every problem of a field uses its label', (name) => {
  const { fields } = collectionOf(name);
  const fronts = [
    'nobody: 1',
    ...wrongs.flatMap((wrong) => [written(fields, wrong), nested(fields, wrong)]),
    '- a list',
    'just words',
    '',
  ];
  const sentences = fronts.flatMap((front) =>
    checkEntry(name, `content/${name}/a/index.md`, `---\n${front}\n---\n`, renderMarkdown).problems.map(
      ({ message }) => message,
    ),
  );
  expect(sentences.length).toBeGreaterThan(Object.keys(fields).length * 3);
  expectTheirWords(sentences);
});
