import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  activateRelease,
  buildingFolder,
  contentOf,
  currentRelease,
  pruneReleases,
  releases,
} from './releases.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'releases-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

async function release(id: string): Promise<void> {
  await mkdir(contentOf(buildingFolder(data, id)), { recursive: true });
  await activateRelease(data, { id, commit: '', content: '', code: '', builtAt: '', ms: 1 });
}

test('serves the newest release, and keeps two older ones', async () => {
  for (const id of ['1', '2', '3', '4', '5']) await release(id);
  await pruneReleases(data);
  expect((await currentRelease(data))?.id).toBe('5');
  expect((await releases(data)).map(({ id }) => id)).toEqual(['5', '4', '3']);
  // The content is for the next build, which needs that of the live release only.
  const withContent = await Promise.all(
    ['5', '4', '3'].map((id) =>
      stat(contentOf(path.join(data, 'releases', id))).then(
        () => true,
        () => false,
      ),
    ),
  );
  expect(withContent).toEqual([true, false, false]);
});
