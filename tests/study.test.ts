import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';

const fixture = path.resolve(import.meta.dirname, 'fixtures/broken-quizzes');

test('all broken questions, paths, months and terms are reported at once, each with its message', async () => {
  const content = await readContentFolder(path.join(fixture, 'content'));
  const found = formatProblems(checkSiteContent(content).problems);
  await expect(found).toMatchFileSnapshot(path.join(fixture, 'expected.txt'));

  const names = await readdir(path.join(fixture, 'content'), { recursive: true });
  const broken = names.filter((name) => /\/(2026-\d\d-)?\d\d-[^/]+\/index\.md$/.test(name));
  expect(broken.filter((name) => name.startsWith('quizzes/')).length).toBeGreaterThanOrEqual(20);
  // Of two duplicates only the second is reported.
  const reported = broken.filter((name) => !/50-same-branch\/|53-explained\//.test(name));
  for (const name of reported) expect(found).toContain(`content/${name}\n`);
});
