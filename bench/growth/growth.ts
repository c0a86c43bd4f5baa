import { printTable } from '../table.ts';
import type { CountTask, CountedWork } from './count-work.ts';
import type { CpuTask, MeasuredCpu } from './measured-cpu.ts';
import { markdownPairs } from './markdown-cases.ts';
import type { GrowthCase } from './shapes.ts';
import { casesOf } from './text-cases.ts';
import type { Subject } from './subjects.ts';
import { WorkerQueue } from './worker-queue.ts';

const sizes = [10_000, 100_000, 1_000_000];

/**
 * CPU time of everything that reads a text, for bad texts of 10 KB, 100 KB and 1 MB, with how many times as long the
 * largest takes as the middle one: 10 is linear. All cases take an hour. A part of a name selects some of them.
 */
export async function measureGrowth(_folder: string, part = '', largest = '1000000'): Promise<void> {
  const measured = sizes.filter((size) => size <= Number(largest));
  const queue = new WorkerQueue<CpuTask, MeasuredCpu>('./measured-cpu.ts');
  for (const [subject, cases] of subjectsWith(part)) {
    const rows: string[][] = [];
    for (const { name, make } of cases) {
      const row: number[] = [];
      let failed: string | undefined;
      for (const size of measured) {
        // What took too long is not tried with ten times as much.
        if (failed !== undefined) break;
        const answer = await queue.ask({ subject, text: make(size) });
        failed = answer ? answer.failed : 'no answer';
        row.push(answer?.cpu ?? Infinity);
      }
      const [large = 0, middle = 0] = row.toReversed();
      rows.push([
        name,
        ...measured.map((_, at) => row[at]?.toFixed(0) ?? '-'),
        failed?.slice(0, 40) ?? (large / Math.max(middle, 1)).toFixed(1),
      ]);
    }
    printTable(`Growth of CPU time, ${subject}, in ms`, ['text', ...measured.map(String), 'ratio'], rows);
  }
  await queue.end();
}

/** The same with counted work, which says more about a short text: for all cases, and for pairs of Markdown. */
export async function countGrowth(_folder: string, part = '', pairs = ''): Promise<void> {
  const queue = new WorkerQueue<CountTask, CountedWork>('./count-work.ts');
  const all = pairs === '' ? subjectsWith(part) : [['markdown', markdownPairs()] as const];
  for (const [subject, cases] of all) {
    const rows: string[][] = [];
    for (const { name, make } of cases) {
      const answer = await queue.ask({ subject, texts: [make(1000), make(2000)] });
      const [short = 0, long = 0] = answer?.work ?? [];
      const ratio = long / short;
      if (!(ratio <= mostGrowth))
        rows.push([name, String(short), String(long), answer?.failed ?? ratio.toFixed(2)]);
    }
    printTable(
      `${subject}: ${String(rows.length)} of ${String(cases.length)} texts whose work grows faster than the text`,
      ['text', '1 KB', '2 KB', 'ratio'],
      rows,
    );
  }
  await queue.end();
}

/** Of the work for a text that is twice as long. */
export const mostGrowth = 2.3;

const subjectsWith = (part: string): [Subject, readonly GrowthCase[]][] =>
  (Object.entries(casesOf) as [Subject, readonly GrowthCase[]][])
    .map(([subject, cases]): [Subject, readonly GrowthCase[]] => [
      subject,
      cases.filter(({ name }) => `${subject}: ${name}`.includes(part)),
    ])
    .filter(([, cases]) => cases.length > 0);
