import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';

const fixtures = path.resolve(import.meta.dirname, 'fixtures');

const report = async (name: string): Promise<string> =>
  formatProblems(checkSiteContent(await readContentFolder(path.join(fixtures, name, 'content'))).problems);

test('all broken ledgers are reported at once, each with its message, and counted', async () => {
  const found = await report('broken-ledgers');
  await expect(found).toMatchFileSnapshot(path.join(fixtures, 'broken-ledgers/expected.txt'));

  const folder = path.join(fixtures, 'broken-ledgers/content');
  const cases = (await readdir(folder, { recursive: true })).filter((name) =>
    /\/\d\d-[^/]+\/index\.md$/.test(name),
  );
  expect(cases.length).toBeGreaterThanOrEqual(30);
  for (const each of cases) expect(found).toContain(`content/${each}\n`);
});

test('consistent ledgers have no problems', async () => {
  expect(await report('whole-ledgers')).toBe('');
});
