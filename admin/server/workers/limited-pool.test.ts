import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { LimitedPool, millisecondsFor, usualLimits } from './limited-pool.ts';
import { TooMuchWork } from './text-work.ts';

/** A process that does what the path of the text says. */
const code = `
  process.send('ready');
  process.on('message', ({ input: [{ path, text }] }) => {
    if (path === 'loop') for (;;) ;
    if (path === 'match') /^(a+)+$/.test('a'.repeat(64) + 'b');
    if (path === 'fill') for (const all = []; ; ) all.push(new Array(1000).fill(all.length));
    if (path === 'crash') process.abort();
    if (path === 'leave') process.exit(3);
    if (path === 'throw') process.send({ fault: { message: text, stack: text } });
    else setTimeout(() => process.send({ result: [process.pid, text] }), path === 'wait' ? 50 : 0);
  });
`;
const folder = mkdtempSync(path.join(tmpdir(), 'hub-pool-'));
const script = path.join(folder, 'worker.mjs');
writeFileSync(script, code);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let pool: LimitedPool;
afterEach(() => pool.close());

const open = (more: object = {}): void => {
  pool = new LimitedPool({ processes: 2, milliseconds: 60_000, megabytes: 32, ...more }, script);
};
const ask = (job: string, text = ''): Promise<unknown> => pool.run('readTexts', [{ path: job, text }]);

test.each([
  ['loop', 'time'],
  ['match', 'time'],
  ['fill', 'memory'],
  ['crash', 'memory'],
])('a job that does "%s" is ended for its %s, and the next jobs are done', async (job, limit) => {
  open(limit === 'time' ? { milliseconds: 300 } : {});
  const fault = await ask(job).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(TooMuchWork);
  expect(fault).toMatchObject({ limit });
  for (let each = 0; each < 3; each++)
    expect(await ask('', `text ${String(each)}`)).toContain(`text ${String(each)}`);
});

test('a process that ends by itself fails its own job only', async () => {
  open();
  const [left, others] = await Promise.all([
    ask('leave').catch(String),
    Promise.all(Array.from({ length: 6 }, (_, index) => ask('wait', String(index)))),
  ]);
  expect(left).toContain('ended with 3');
  expect(others.map((each) => (each as string[])[1])).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('an error of a job is its answer, and its process goes on', async () => {
  open({ processes: 1 });
  const [before] = (await ask('')) as [number];
  await expect(ask('throw', 'a bug')).rejects.toThrow('a bug');
  expect(await ask('')).toEqual([before, '']);
});

test('leaves a process for others, whoever sends too much', async () => {
  open();
  const done: string[] = [];
  let ended = 0;
  const loop = (): Promise<unknown> => ask('loop').finally(() => ended++);
  const zhang = pool.for('zhang', () => Promise.allSettled([loop(), loop(), loop()]));
  await pool.for('li', async () => {
    for (const text of ['一', '二', '三']) {
      await ask('wait', text);
      done.push(text);
    }
  });
  expect(done).toEqual(['一', '二', '三']);
  expect(ended).toBe(0);
  await pool.close();
  expect((await zhang).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('does the jobs of people before those of nobody', async () => {
  open({ processes: 1 });
  const order: string[] = [];
  const note = (text: string) => ask('wait', text).then(() => order.push(text));
  const own = [note('first'), note('read ahead'), note('read ahead')];
  await Promise.all([...own, pool.for('li', () => note('saved'))]);
  expect(order).toEqual(['first', 'saved', 'read ahead', 'read ahead']);
});

test.each([
  ['readTexts', 10_000],
  ['mergeTexts', 10_000],
  ['cleanFile', 40_000],
  ['fileFacts', 40_000],
] as const)('%s may take %i ms', (job, milliseconds) => {
  expect(millisecondsFor(job, usualLimits)).toBe(milliseconds);
});
