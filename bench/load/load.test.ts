import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub } from '../../admin/server/testing/hub-process.ts';
import type { HubProcess } from '../../admin/server/testing/hub-process.ts';
import { fixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import type { FixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import { edit, noWork, signInEditors } from './people.ts';
import type { Editor, Work } from './people.ts';
import { damage, missingWork } from './stored.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let editors: Editor[];
let repository: string;

beforeAll(async () => {
  fixture = await fixtureHub();
  repository = `${fixture.folder}/data/store.git`;
  hub = await startHub(fixture);
  editors = await signInEditors(hub, 3);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

/** Editors at work until this many saves were answered. */
async function workUntil(saves: number, work: Work, count: number, then: () => Promise<void>): Promise<void> {
  const ending = new AbortController();
  const shared = { hub, work, pause: 0, savesEach: 4, publishes: true, until: ending.signal };
  const all = Array.from({ length: count }, (_, index) =>
    edit({ ...shared, editor: editors[index % editors.length]! }),
  );
  while (work.saves.length < saves) await delay(5);
  await then();
  ending.abort();
  await Promise.all(all);
}

test('sixty saves at once are all stored', async () => {
  const work = noWork();
  await workUntil(60, work, 60, () => Promise.resolve());
  expect(work.failures).toEqual([]);
  expect(await missingWork(repository, work)).toEqual([]);
});

test('nothing acknowledged is lost when the server is killed, twice, with at least twenty saves each time', async () => {
  const work = noWork();
  for (let round = 1; round <= 2; round++) {
    await workUntil(20 * round, work, 4, () => hub.stop('SIGKILL'));
    hub = await startHub(fixture);
    expect(await missingWork(repository, work)).toEqual([]);
  }
  expect(work.failures).toEqual([]);
  expect(work.saves.length).toBeGreaterThanOrEqual(40);
  expect(await damage(repository)).toBe('');
});
