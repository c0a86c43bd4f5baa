import { afterAll, expect, test } from 'vitest';
import type { CountTask, CountedWork } from './count-work.ts';
import { mostGrowth } from './growth.ts';
import type { GrowthCase } from './shapes.ts';
import { testedCases } from './tested-cases.ts';
import { casesOf } from './text-cases.ts';
import type { Subject } from './subjects.ts';
import { WorkerQueue } from './worker-queue.ts';

const queue = new WorkerQueue<CountTask, CountedWork>('./count-work.ts');
afterAll(() => queue.end());

/** In characters. Twice as much must not be more than about twice the work. What was made for one fault shows it later. */
const sizeOf = (subject: Subject, { construct }: GrowthCase): number =>
  subject === 'markdown' && construct === undefined ? 1000 : 400;

/** What is built once, at the first text, is no work of that text. */
const warmUp = (subject: Subject): Promise<CountedWork | undefined> =>
  queue.ask({
    subject,
    texts: testedCases(subject)
      .slice(0, 2)
      .map((each) => each.make(sizeOf(subject, each))),
  });

test.each(Object.keys(casesOf) as Subject[])(
  'the work of reading grows with the text: %s',
  async (subject) => {
    await warmUp(subject);
    const wrong: string[] = [];
    for (const each of testedCases(subject)) {
      const { name, make } = each;
      const size = sizeOf(subject, each);
      const { work = [], failed } = (await queue.ask({ subject, texts: [make(size), make(2 * size)] })) ?? {};
      const [short = 0, long = Infinity] = work;
      if (failed !== undefined || long / short > mostGrowth)
        wrong.push(`${name}: ${failed ?? `${String(short)} and ${String(long)}`}`);
    }
    expect(wrong).toEqual([]);
  },
);
