import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const fixtures = path.join(root, 'tests/fixtures/broken-drafts');

/** What `npm run check` prints after the set-up. */
function check(content: string, env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/check.ts'],
      { cwd: root, env: { ...process.env, CONTENT_DIR: content, ...env } },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
      },
    );
  });
}

test('all broken drafts are reported at once, each with its message, and counted', async () => {
  const { code, output } = await check(path.join(fixtures, 'content'));
  await expect(output).toMatchFileSnapshot(path.join(fixtures, 'expected.txt'));
  expect(code).toBe(1);

  const drafts = (await readdir(path.join(fixtures, 'content'), { recursive: true }))
    .filter((name) => /\d\d-[^/]+\/index\.md$/.test(name))
    .map((name) => `content/${name}`);
  expect(drafts.length).toBeGreaterThanOrEqual(25);
  for (const draft of drafts) expect(output).toContain(`${draft}\n`);
});

test('the sample content has no problems', async () => {
  const { code, output } = await check(path.join(root, 'content'));
  expect(output).toMatch(/^共 \d+ 篇内容，没有需要修改的地方。\n$/);
  expect(code).toBe(0);
});

test('a production site refuses sample content', async () => {
  const { code, output } = await check(path.join(root, 'content'), { SITE_MODE: 'production' });
  expect(output).toContain('这是示例内容，正式网站不能发布');
  expect(code).toBe(1);
});

test('a missing folder is reported in one sentence', async () => {
  const { code, output } = await check(path.join(root, 'no-such-folder'));
  expect(output).toContain('does not exist');
  expect(code).toBe(1);
});
