// What for: runs the commands of package.json; does the set-up first if needed.
// How: node scripts/run.mjs <command> [arguments]   (without a command: the list of them)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renewCollections } from './collections.mjs';
import { ExpectedError, projectNode, root, setUp, show, step } from './set-up.mjs';
import { fingerprint } from './site-code.mjs';

const commands = {
  start: async () => {
    await buildDesk();
    return show(projectNode, ['admin/server/main.ts']);
  },
  build: (args) => show(projectNode, ['scripts/build.ts', ...args]),
  check: (args) => show(projectNode, ['scripts/check.ts', ...args]),
  import: (args) => show(projectNode, ['scripts/import.ts', ...args]),
  backup: (args) => show(projectNode, ['scripts/backup.ts', ...args]),
  restore: (args) => show(projectNode, ['scripts/restore.ts', ...args]),
  doctor: (args) => show(projectNode, ['scripts/doctor.ts', ...args]),
  clip: (args) => show(projectNode, ['scripts/clip.ts', ...args]),
  'bench:search': (args) => show(projectNode, ['bench/search/run.ts', ...args]),
  bench: (args) => show(projectNode, ['bench/run.ts', ...args]),
  dev: (args) => show(projectNode, ['node_modules/astro/bin/astro.mjs', 'dev', ...args]),
  test: async (args) => {
    await buildDesk();
    return show(projectNode, ['scripts/test.ts', ...args]);
  },
  mutants: (args) => show(projectNode, ['scripts/mutants.ts', ...args]),
  licences: () => show(projectNode, ['scripts/licences.ts']),
  nginx: (args) => show(projectNode, ['scripts/nginx.ts', ...args]),
  fields: () => show(projectNode, ['scripts/fields.ts']),
  coverage: () => show(projectNode, ['scripts/coverage.ts']),
  editing: () => show(projectNode, ['scripts/editing.ts']),
  pictures: async (args) => {
    await buildDesk();
    return show(projectNode, ['scripts/pictures.ts', ...args]);
  },
  desk: () => buildDesk(true).then(() => 0),
};

const deskSources = [
  'admin/browser',
  'admin/shared',
  'admin/contrast.ts',
  'admin/vite.config.ts',
  'admin/without-eval.ts',
  'src',
  'package-lock.json',
];

/** Builds the desk if its sources changed since the last time. */
async function buildDesk(always = false) {
  const stamp = path.join(root, 'admin/dist/.sources');
  const current = fingerprint(root, deskSources);
  if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  await step('Building the desk · 正在准备编辑后台', projectNode, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'admin/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  writeFileSync(stamp, current);
}

const [name, ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new ExpectedError(`Usage: node scripts/run.mjs ${Object.keys(commands).join(' | ')}`);
  await setUp();
  renewCollections(root);
  process.exitCode = await command(args);
} catch (error) {
  console.error(error instanceof ExpectedError ? error.message : error);
  process.exitCode = 1;
}
