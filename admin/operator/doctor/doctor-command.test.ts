import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { chmod, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fixtureData } from '../../server/testing/fixture-data.ts';
import { fixtureHub } from '../../server/testing/fixture-hub.ts';
import { createFirstClient, startHub, waitUntil } from '../../server/testing/hub-process.ts';
import { clockFinding, memoryFinding, spaceFinding } from './machine-checks.ts';

test('disk, memory and clock', () => {
  const levels = (bytes: number, files?: number): string => spaceFinding('/d', { bytes, files }).level;
  expect([levels(1e8), levels(1e9), levels(1e10)]).toEqual(['error', 'warn', 'ok']);
  expect([levels(1e10, 100), levels(1e10, 20_000), levels(1e10, 1e6)]).toEqual(['error', 'warn', 'ok']);
  expect(
    [memoryFinding(5e8, 4e8), memoryFinding(4e9, 1e8), memoryFinding(4e9, 2e9)].map(({ level }) => level),
  ).toEqual(['error', 'warn', 'ok']);
  const at = (now: string, newest?: string): string =>
    clockFinding(new Date(now), newest ? new Date(newest) : undefined).level;
  expect(at('2026-03-01T00:00:00Z', '2026-02-28T00:00:00Z')).toBe('ok');
  expect(at('2026-03-01T00:00:00Z')).toBe('ok');
  expect(at('2026-03-01T00:00:00Z', '2026-03-01T00:06:00Z')).toBe('error');
  expect(at('1970-01-01T00:00:00Z')).toBe('error');
  expect(at('2036-03-01T00:00:00Z', '2026-03-01T00:00:00Z')).toBe('warn');
});

const root = path.resolve(import.meta.dirname, '../../..');
const doctor = (
  env: Record<string, string>,
  user: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<{ code: number; said: string }> =>
  promisify(execFile)(process.execPath, [path.join(root, 'scripts/doctor.ts')], {
    cwd: root,
    env: { ...process.env, ...env },
    ...user,
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );

test('on the command line, while the server runs: 0 if nothing is to mend, 1 if something is', async () => {
  const fixture = await fixtureHub();
  const data = path.join(fixture.folder, 'running');
  const hub = await startHub(fixture, { HUB_DATA: data });
  try {
    await createFirstClient(hub);
    await waitUntil(async () => (await fetch(hub.address)).status === 200, 'the first release');
    const env = { HUB_DATA: data, PORT: new URL(hub.address).port, LANG: 'C.UTF-8' };
    const well = await doctor(env);
    expect(well.said).toContain(`Server: running at ${hub.address}`);
    expect(well.said).toMatch(/0 to mend, \d to keep an eye on · 0 处要处理/);
    expect(well.code).toBe(0);
    expect((await doctor({ ...env, PORT: '1' })).said).toMatch(
      /\[error\] A server uses .* but does not answer/,
    );
    await rm(path.join(data, 'store.git/refs/heads/main'));
    expect((await doctor(env)).code).toBe(1);
    const other = await doctor({ ...env, HUB_DATA: path.join(fixture.folder, 'none'), MIRROR_URL: 'ext::x' });
    expect(other).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^MIRROR_URL has to begin/) as string,
    });
    expect(await readFile(path.join(data, 'secret'), 'utf8')).not.toBe('');
  } finally {
    await hub.stop();
    await fixture.cleanUp();
  }
});

/** Runs a script as a user without rights. Only root can; anyone else takes the rights away with chmod. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** In root's home, nobody else can run the project at all. */
const othersMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 1) === 1 &&
  (path.dirname(folder) === folder || othersMayEnter(path.dirname(folder)));

test.skipIf(asNobody.uid !== undefined && !othersMayEnter(root))(
  'without the right to read, the doctor says so and not that something is damaged',
  async () => {
    const origin = await fixtureData();
    const { data, accountsFile, secretFile } = await origin.copy('closed');
    await chmod(origin.fixture.folder, 0o755);
    await chmod(data, asNobody.uid === undefined ? 0o500 : 0o755);
    for (const file of [accountsFile, secretFile]) await chmod(file, asNobody.uid === undefined ? 0 : 0o600);
    const { code, said } = await doctor({ HUB_DATA: data, PORT: '1', HOME: '/' }, asNobody);
    expect(code).toBe(1);
    expect(said).toMatch(/\[error\] This user cannot write .*当前用户写不了/);
    expect(said).toMatch(/\[error\] (?:This user cannot read the accounts|Accounts: .* cannot be read)/);
    expect(said).not.toMatch(/damaged|missing or cut/);
    await chmod(data, 0o700);
    await origin.fixture.cleanUp();
  },
);

test.each(['/', '/tmp', import.meta.dirname])('also from the folder %s, as a timer runs it', async (cwd) => {
  const { fixture, settings } = await fixtureData();
  try {
    const { said } = await doctor({ HUB_DATA: settings.data, PORT: '0' }, { cwd });
    expect(said).toMatch(/Fonts: Chinese can be drawn|There is no Chinese font/);
    expect(said).not.toContain('ENOENT');
  } finally {
    await fixture.cleanUp();
  }
});
