import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';

const script = path.join(import.meta.dirname, 'text-worker.ts');
const job = { job: 'readTexts', input: [{ path: 'notices/2026/a/index.md', text: '甲'.repeat(50_000) }] };

test.each([
  ['before it has started', 0, false],
  ['while it loads its code', 150, false],
  ['when it is ready', 'ready', false],
  ['while it works', 'ready', true],
] as const)('a process whose server goes %s ends without a word', async (_, moment, works) => {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  if (moment === 'ready') await once(child, 'message');
  else await delay(moment);
  if (works) child.send(job);
  child.disconnect();
  await ended;
  expect(said).toBe('');
});
