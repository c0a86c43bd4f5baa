import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitText } from '../../server/git/run-git.ts';
import { fixtureHub, noticePath, noticeText } from '../../server/testing/fixture-hub.ts';
import type { FixtureHub } from '../../server/testing/fixture-hub.ts';
import {
  createFirstClient,
  hubClient,
  password,
  sendForm,
  startHub,
} from '../../server/testing/hub-process.ts';
import type { HubClient, HubProcess } from '../../server/testing/hub-process.ts';

let fixture: FixtureHub;
let hub: HubProcess;
beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);
const command = (name: string, ...args: string[]) =>
  run(process.execPath, [path.join(root, 'scripts', `${name}.ts`), ...args], {
    env: { ...process.env, HUB_DATA: path.join(fixture.folder, 'data') },
  });

/** Saves texts, and publishes every third, until told to stop; returns the slugs that the server said it has. */
function keepSaving(
  person: HubClient,
  who: string,
): { acknowledged: string[]; published: string[]; stop(): Promise<void> } {
  const acknowledged: string[] = [];
  const published: string[] = [];
  let stopping = false;
  const loop = async (): Promise<void> => {
    for (let number = 0; !stopping; number++) {
      const slug = `${who}-${String(number)}`;
      const raw = noticeText('通知', slug, `第 ${String(number)} 篇。`);
      const { status } = await person.store('persistEntry', {
        dataFiles: [{ path: noticePath(slug), slug: `2026/${slug}/index`, raw }],
        assets: [],
        options: { collectionName: 'notices', newEntry: true },
      });
      if (status !== 200) continue;
      acknowledged.push(slug);
      if (number % 3 > 0) continue;
      const params = { collection: 'notices', slug: `2026/${slug}` };
      if ((await person.store('publishUnpublishedEntry', params)).status === 200) published.push(slug);
    }
  };
  const work = loop();
  return {
    acknowledged,
    published,
    stop: () => {
      stopping = true;
      return work;
    },
  };
}

test('a backup made while people save has everything that was acknowledged before', async () => {
  const first = await createFirstClient(hub);
  const people = [first];
  for (const username of ['wang', 'zhao', 'qian']) {
    await first.post('/admin/api/accounts', {
      action: 'add',
      username,
      name: username,
      role: 'owner',
      password,
    });
    const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username, password });
    people.push(hubClient(hub.address, cookie));
  }
  const savers = people.map((person, index) => keepSaving(person, `p${String(index)}`));
  const all = (kind: 'acknowledged' | 'published'): string[] => savers.flatMap((saver) => saver[kind]);

  for (const round of ['1', '2']) {
    const enough = all('acknowledged').length + 8;
    while (all('acknowledged').length < enough) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = all('acknowledged');
    const live = all('published');
    await command('backup', path.join(fixture.folder, `backups-${round}`));
    const data = path.join(fixture.folder, `elsewhere-${round}`);
    await command('restore', path.join(fixture.folder, `backups-${round}`), '--data', data);

    const repository = path.join(data, 'store.git');
    const names = await gitText(repository, ['ls-tree', '-r', '--name-only', 'main']);
    const drafts = await gitText(repository, ['for-each-ref', '--format=%(refname)', 'refs/heads/cms']);
    expect(live.filter((slug) => !names.includes(noticePath(slug)))).toEqual([]);
    // A text is a draft until it is on main; never both, never neither.
    const there = (slug: string): number =>
      Number(names.includes(noticePath(slug))) +
      Number(drafts.split('\n').some((ref) => ref.endsWith(`--${slug}`)));
    expect(before.filter((slug) => there(slug) !== 1)).toEqual([]);
    const records = await gitText(repository, ['ls-tree', '-r', '--name-only', 'refs/meta/drafts']);
    expect(records.split('\n').filter(Boolean)).toHaveLength(drafts.split('\n').filter(Boolean).length);
  }
  for (const saver of savers) await saver.stop();
  expect(all('acknowledged').length).toBeGreaterThan(15);

  // The restored machine takes the people of the other one, signed in as they were.
  const elsewhere = await startHub(
    { ...fixture, content: '/nowhere' },
    { HUB_DATA: path.join(fixture.folder, 'elsewhere-2') },
  );
  const answer = await hubClient(elsewhere.address, people[2]!.cookie).get('/admin/api/me');
  expect(await answer.json()).toMatchObject({ username: 'zhao' });
  await elsewhere.stop();
});
