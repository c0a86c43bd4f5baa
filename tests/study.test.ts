import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';

const fixture = path.resolve(import.meta.dirname, 'fixtures/broken-quizzes');

test('every broken question, path, month and term is named at once, each with its sentence', async () => {
  const content = await readContentFolder(path.join(fixture, 'content'));
  const found = formatProblems(checkSiteContent(content).problems);
  expect(found).toBe(await readFile(path.join(fixture, 'expected.txt'), 'utf8'));

  const names = await readdir(path.join(fixture, 'content'), { recursive: true });
  const broken = names.filter((name) => /\/(2026-\d\d-)?\d\d-[^/]+\/index\.md$/.test(name));
  expect(broken.filter((name) => name.startsWith('quizzes/')).length).toBeGreaterThanOrEqual(20);
  // Of two that say the same, the second is told of the first.
  const told = broken.filter((name) => !/50-same-branch\/|53-explained\//.test(name));
  for (const name of told) expect(found).toContain(`content/${name}\n`);
});
