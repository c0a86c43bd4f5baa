import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { startHub, waitUntil } from '../../admin/server/testing/hub-process.ts';
import type { HubProcess } from '../../admin/server/testing/hub-process.ts';
import type { FixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import { edit, noWork, signInEditors } from './people.ts';
import type { Editor, Work } from './people.ts';
import { damage, missingWork } from './stored.ts';

export interface LoadOptions {
  fixture: FixtureHub;
  seconds: number;
  /** Milliseconds between two saves of one editor. */
  pause: number;
  /** Environment of the server; HUB_BUILD_COMMAND decides how real its builds are. */
  env: Record<string, string>;
}

export interface LoadResult {
  entries: number;
  work: Work;
  /** Milliseconds of the server for each save and publication, as it logs them. */
  serverSaves: number[];
  serverPublications: number[];
  /** Milliseconds until a reader had a page. */
  pages: number[];
  /** CPU milliseconds of the server, with git, for each save. */
  cpuPerSave: number;
  /** Files of content, and the time to read them after the start. */
  readAhead: string;
  missing: string[];
  damage: string;
}

const editors = 10;

/** Ten editors save and publish, and readers read, for some seconds. */
export async function measureLoad({ fixture, seconds, pause, env }: LoadOptions): Promise<LoadResult> {
  const repository = `${fixture.folder}/data/store.git`;
  const hub = await startHub(fixture, env);
  try {
    const people = await signInEditors(hub, editors);
    await settled(hub, people[0]!);
    const readAhead =
      hub.lines.find((line) => line.includes('files of content in'))?.replace(/^\S+ read /, '') ?? '';
    const work = noWork();
    const picture = await noisyPicture();
    const ending = new AbortController();
    const pages: number[] = [];
    const begin = cpuOf(hub);
    const shared = { hub, work, pause, savesEach: 6, publishes: true, until: ending.signal };
    const all = [
      ...people.map((editor, index) => edit({ ...shared, editor, ...(index % 2 === 0 ? { picture } : {}) })),
      read(hub, pages, ending.signal),
    ];
    await delay(seconds * 1000);
    ending.abort();
    await Promise.all(all);
    const cpuPerSave = (cpuOf(hub) - begin) / Math.max(1, work.saves.length);
    await settled(hub, people[0]!);
    return {
      entries: Number(/^\d+/.exec(readAhead)?.[0] ?? 0),
      work,
      serverSaves: logged(hub, 'persistEntry'),
      serverPublications: logged(hub, 'publishUnpublishedEntry'),
      pages,
      cpuPerSave,
      readAhead,
      missing: await missingWork(repository, work),
      damage: await damage(repository),
    };
  } finally {
    await hub.stop();
  }
}

/** Saves at once by one editor each, from nothing. */
export async function saveAtOnce(
  fixture: FixtureHub,
  saves: number,
  env: Record<string, string>,
): Promise<string[]> {
  const hub = await startHub(fixture, env);
  try {
    const people = await signInEditors(hub, editors);
    const work = noWork();
    const ending = new AbortController();
    const shared = { hub, work, pause: 600_000, savesEach: 1, publishes: false, until: ending.signal };
    const all = Array.from({ length: saves }, (_, index) =>
      edit({ ...shared, editor: people[index % editors]! }),
    );
    await waitUntil(() => Promise.resolve(work.saves.length + work.failures.length >= saves), 'the saves');
    ending.abort();
    await Promise.all(all);
    return [...work.failures, ...(await missingWork(`${fixture.folder}/data/store.git`, work))];
  } finally {
    await hub.stop();
  }
}

/** Kills the server while people save, again and again. Returns what was lost or damaged. */
export async function killOften(
  fixture: FixtureHub,
  kills: number,
  savesBetween: number,
  env: Record<string, string>,
): Promise<{ saves: number; lost: string[] }> {
  const repository = `${fixture.folder}/data/store.git`;
  const work = noWork();
  const lost: string[] = [];
  let hub = await startHub(fixture, env);
  const people = await signInEditors(hub, editors);
  for (let kill = 1; kill <= kills; kill++) {
    const ending = new AbortController();
    const shared = { work, pause: 20, savesEach: 4, publishes: true, until: ending.signal };
    const current = hub;
    const before = work.saves.length;
    const all = people.map((editor) => edit({ ...shared, hub: current, editor }));
    await waitUntil(() => Promise.resolve(work.saves.length - before >= savesBetween), 'the saves');
    await delay(Math.random() * 200);
    await hub.stop('SIGKILL');
    ending.abort();
    await Promise.all(all);
    lost.push(...(await missingWork(repository, work)));
    hub = await startHub(fixture, env);
    lost.push(...(await missingWork(repository, work)));
  }
  await hub.stop();
  const broken = await damage(repository);
  return {
    saves: work.saves.length,
    lost: [...new Set(lost), ...work.failures, ...(broken === '' ? [] : [broken])],
  };
}

/** Readers fetch one page after another, with a short pause. */
async function read(hub: HubProcess, pages: number[], until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const started = performance.now();
    const answer = await fetch(hub.address);
    await answer.arrayBuffer();
    pages.push(performance.now() - started);
    await delay(10);
  }
}

async function settled(hub: HubProcess, editor: Editor): Promise<void> {
  const isIdle = async (): Promise<boolean> => {
    const answer = await fetch(`${hub.address}admin/api/build`, { headers: { cookie: editor.cookie } });
    return ((await answer.json()) as { state: string }).state === 'idle';
  };
  await waitUntil(isIdle, 'the build');
  await waitUntil(
    () => Promise.resolve(hub.lines.some((line) => line.includes('files of content in'))),
    'the content to be read',
  );
}

const logged = (hub: HubProcess, action: string): number[] =>
  hub.lines.flatMap((line) => {
    const ms = new RegExp(`: ${action} in (\\d+) ms$`).exec(line)?.[1];
    return ms === undefined ? [] : [Number(ms)];
  });

/** CPU milliseconds of the server's threads and of its ended children, from Linux. Builds count as children, too. */
function cpuOf({ process: { pid } }: HubProcess): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const [utime = 0, stime = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  // The kernel counts in hundredths of a second.
  return (utime + stime) * 10;
}

/** A photograph as phones make it, of noise, so that it does not shrink. */
async function noisyPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

export const machine = async (): Promise<string> =>
  `load of the machine: ${(await readFile('/proc/loadavg', 'utf8').catch(() => 'unknown')).split(' ').slice(0, 3).join(' ')}`;
