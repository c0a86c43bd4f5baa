import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { runBuild } from './build-process.ts';
import type { BuildOutcome } from './build-process.ts';

/** Runs a script that says "ready" and ends after `seconds`. */
const run = (seconds: number, minutes: number, abort?: AbortController): Promise<BuildOutcome> =>
  runBuild({
    command: [
      process.execPath,
      '-e',
      `console.log('ready'); setTimeout(() => {}, ${String(seconds * 1000)})`,
    ],
    cwd: tmpdir(),
    env: {},
    minutes,
    onLine: () => abort?.abort(),
    onStart: () => undefined,
    signal: (abort ?? new AbortController()).signal,
  });

test('a build that ends in time is complete', async () => {
  expect(await run(0, 5)).toEqual({ ok: true, output: 'ready\n', timedOut: false });
});

test('a build is killed when it is aborted, or when its time is over', async () => {
  const started = performance.now();
  expect(await run(300, 5, new AbortController())).toMatchObject({ ok: false, timedOut: false });
  expect(await run(300, 0.001)).toMatchObject({ ok: false, timedOut: true });
  expect(performance.now() - started).toBeLessThan(250_000);
});
