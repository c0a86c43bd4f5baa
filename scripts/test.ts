// What for: all checks: types, lint, format, content, unit tests, and the built site and the desk in a real browser.
// How: npm test            (npm test -- unit   runs one of the steps below)
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './browser.ts';

const reports = await mkdtemp(path.join(tmpdir(), 'hub-test-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

interface Step {
  name: string;
  label: string;
  args: string[];
  env?: Record<string, string>;
}

const steps: Step[] = [
  {
    name: 'types',
    label: 'Types',
    args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error'],
  },
  { name: 'lint', label: 'Lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  {
    name: 'format',
    label: 'Format',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  { name: 'content', label: 'Content', args: ['scripts/check.ts'] },
  {
    name: 'unit',
    label: 'Unit and store',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${unitReport}`,
    ],
  },
  {
    name: 'browser',
    label: 'Site and desk in a browser',
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  },
];

const wanted = process.argv.slice(2);
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) {
  process.stderr.write(`The steps are: ${steps.map(({ name }) => name).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  // Some unit tests use the browser's XML parser.
  if (chosen.some(({ name }) => name === 'browser' || name === 'unit')) ensureBrowser();
  const failed: string[] = [];
  for (const step of chosen) {
    const started = Date.now();
    process.stdout.write(`\n— ${step.label} —\n`);
    const code = await run(step);
    if (code !== 0) failed.push(step.label);
    process.stdout.write(
      `— ${step.label}: ${code === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(0)} s —\n`,
    );
  }
  const counts = sumOf([await unitCounts(), await browserCounts()]);
  if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
  const unlisted = failed.length > 0 && counts.failed === 0 ? failed.length : 0;
  process.stdout.write(`\n${String(counts.passed)} passed, ${String(counts.failed + unlisted)} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
await rm(reports, { recursive: true, force: true });

function run({ args, env }: Step): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

interface Counts {
  passed: number;
  failed: number;
}

async function report(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, unknown>;
}

async function unitCounts(): Promise<Counts> {
  const { numPassedTests, numFailedTests } = await report(unitReport);
  return { passed: Number(numPassedTests ?? 0), failed: Number(numFailedTests ?? 0) };
}

async function browserCounts(): Promise<Counts> {
  const stats = ((await report(browserReport))['stats'] ?? {}) as Record<string, number>;
  return { passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0), failed: stats['unexpected'] ?? 0 };
}

function sumOf(counts: Counts[]): Counts {
  return {
    passed: counts.reduce((sum, each) => sum + each.passed, 0),
    failed: counts.reduce((sum, each) => sum + each.failed, 0),
  };
}
