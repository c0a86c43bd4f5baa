import { execFileSync } from 'node:child_process';
import { readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirstClient, startHub, waitUntil, hubClient } from './testing/hub-process.ts';
import type { HubProcess, HubClient } from './testing/hub-process.ts';
import { noticePath, noticeText, fixtureHub } from './testing/fixture-hub.ts';
import type { FixtureHub } from './testing/fixture-hub.ts';

let fixture: FixtureHub;
let hub: HubProcess;
const slow = { SLOW: '12' };

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture, slow);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

interface Report {
  state: string;
  live: { commit: string } | null;
  last?: { state: string; message: string };
}
const report = async (person: HubClient): Promise<Report> =>
  (await (await person.get('/admin/api/build')).json()) as Report;
const git = (...args: string[]): string =>
  execFileSync('git', ['--git-dir', `${fixture.folder}/data/store.git`, ...args], {
    encoding: 'utf8',
  }).trim();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All pages of a release have the same stamp, so a mixed or incomplete site shows other stamps. */
async function stampsServed(address: string): Promise<Set<string>> {
  const names = ['', ...Array.from({ length: 30 }, (_, page) => `page-${String(page)}.html`)];
  const pages = names.map(async (name) => {
    const answer = await fetch(`${address}${name}`);
    return answer.status === 200 ? answer.text() : `${String(answer.status)} for ${name}`;
  });
  return new Set(await Promise.all(pages));
}

test('serves a complete release and a correct status after being killed while publishing', async () => {
  let person = await createFirstClient(hub);
  const { cookie } = person;
  await waitUntil(async () => (await report(person)).live !== null, 'the first release');

  for (let round = 0; round < 10; round++) {
    const slug = `k${String(round)}`;
    const saved = await person.store('persistEntry', {
      dataFiles: [
        { path: noticePath(slug), slug: `2026/${slug}/index`, raw: noticeText('通知', slug, '正文。') },
      ],
      assets: [],
      options: { collectionName: 'notices', newEntry: true },
    });
    expect(saved.status).toBe(200);
    // There may be no response: the server is killed at a random time before the release is live.
    const publishing = person
      .store('publishUnpublishedEntry', { collection: 'notices', slug: `2026/${slug}` })
      .catch(() => undefined);
    await pause(Math.random() * (round < 4 ? 130 : 700));
    await hub.stop('SIGKILL');
    const answered = await publishing;

    hub = await startHub(fixture, slow);
    person = hubClient(hub.address, cookie);
    expect(await stampsServed(hub.address)).toHaveLength(1);
    const after = await report(person);
    const live = git('rev-parse', `${after.live!.commit}^{tree}`);
    if (live !== git('rev-parse', 'main^{tree}')) {
      expect(after.state).not.toBe('idle');
      if (after.last?.state === 'interrupted')
        expect(after.last.message).toMatch(/^上次发布被中断，正在重新生成网站/);
    }
    if (answered?.status === 200) expect(git('ls-tree', '-r', '--name-only', 'main')).toContain(`/${slug}/`);

    // The state is consistent: either published, or still a draft that can be published now.
    const draft = await person.store('unpublishedEntry', { collection: 'notices', slug: `2026/${slug}` });
    if (draft.status === 200) {
      const again = await person.store('publishUnpublishedEntry', {
        collection: 'notices',
        slug: `2026/${slug}`,
      });
      expect(again).toMatchObject({ status: 200 });
    }
    await waitUntil(async () => (await report(person)).state === 'idle', 'the build after the restart');
    const settled = await report(person);
    expect(git('rev-parse', `${settled.live!.commit}^{tree}`)).toBe(git('rev-parse', 'main^{tree}'));
    expect(await stampsServed(hub.address)).toHaveLength(1);
  }

  const published = git('ls-tree', '-r', '--name-only', 'main');
  for (let round = 0; round < 10; round++) expect(published).toContain(noticePath(`k${String(round)}`));
  expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  const data = path.join(fixture.folder, 'data');
  const left = await readdir(path.join(data, 'releases'));
  expect(left.filter((name) => name.endsWith('.building'))).toEqual([]);
  expect(left.length).toBeLessThanOrEqual(3);
  expect(left).toContain(path.basename(await readlink(path.join(data, 'live'))));
  // The build is over before its folder is removed.
  await waitUntil(async () => (await readdir(path.join(data, 'work'))).length === 0, 'the end of the build');
});
