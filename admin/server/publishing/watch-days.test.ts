import { readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { watchDays } from './watch-days.ts';
import { startHub, waitUntil } from '../testing/hub-process.ts';
import { fixtureHub } from '../testing/fixture-hub.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('reports each new day once, at midnight in Beijing', () => {
  vi.useFakeTimers();
  vi.setSystemTime('2026-11-26T15:58:30Z');
  const newDay = vi.fn();
  const end = watchDays(newDay);
  vi.advanceTimersByTime(60_000);
  expect(newDay).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(newDay).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(23 * 60 * 60_000);
  expect(newDay).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * 60_000);
  expect(newDay).toHaveBeenCalledTimes(2);
  end();
  vi.advanceTimersByTime(48 * 60 * 60_000);
  expect(newDay).toHaveBeenCalledTimes(2);
});

test('rebuilds a site of yesterday at the next start, but not one of today', async () => {
  const fixture = await fixtureHub();
  const data = path.join(fixture.folder, 'data');
  const live = () => readlink(path.join(data, 'live')).catch(() => '');
  try {
    const first = await startHub(fixture);
    await waitUntil(async () => (await live()) !== '', 'the first release');
    const built = await live();
    await first.stop();

    const same = await startHub(fixture);
    await waitUntil(
      () => Promise.resolve(same.lines.some((line) => line.startsWith('The site is ready'))),
      'readiness',
    );
    await same.stop();
    expect(await live()).toBe(built);

    const about = path.join(data, built, 'release.json');
    const release = JSON.parse(await readFile(about, 'utf8')) as { builtAt: string };
    const yesterday = new Date(Date.parse(release.builtAt) - 24 * 60 * 60_000).toISOString();
    await writeFile(about, JSON.stringify({ ...release, builtAt: yesterday }));
    const later = await startHub(fixture);
    await waitUntil(async () => (await live()) !== built, 'the release of today');
    await later.stop();
  } finally {
    await fixture.cleanUp();
  }
});
