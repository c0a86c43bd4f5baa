import { printTable } from '../table.ts';
import type { BrowserAnswer } from './in-browser.ts';
import type { Query } from './queries.ts';

export interface Cost {
  name: string;
  seconds: number;
  bytes: number;
}

type Answer = Omit<BrowserAnswer, 'found' | 'near'> & { found: number[]; near: number[] };

export interface SideResults {
  side: string;
  /** One per query, with page numbers. */
  answers: Answer[];
  /** First queries of a session, with an empty cache. */
  cold: { milliseconds: number; bytes: number }[];
  /** Second queries of those sessions. */
  later: { milliseconds: number; bytes: number }[];
  /** Milliseconds per query in one long session. */
  warm: number[];
}

export function reportClasses(queries: readonly Query[], sides: readonly SideResults[]): void {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  for (const { side, answers } of sides) {
    const rows = kinds.map((kind) => {
      const ofKind = queries.flatMap((query, index) =>
        query.kind === kind ? [{ query, answer: answers[index] }] : [],
      );
      const pairs = ofKind.flatMap(({ query, answer }) => (answer ? [{ query, answer }] : []));
      return [kind, String(pairs.length), ...scores(pairs)];
    });
    printTable(
      `Answers, ${side}`,
      [
        'class',
        'queries',
        'recall',
        'precision',
        'first right',
        'in first 10',
        'MRR',
        'no result',
        'offered',
        'marked',
        'ms p50',
        'ms p95',
      ],
      rows,
    );
  }
}

function scores(pairs: readonly { query: Query; answer: Answer }[]): string[] {
  const withRight = pairs.filter(({ query }) => query.right.size > 0);
  const mean = (values: readonly number[]): string =>
    values.length === 0 ? '–' : (values.reduce((sum, each) => sum + each, 0) / values.length).toFixed(3);
  const hits = ({ query, answer }: (typeof pairs)[number]): number =>
    answer.found.filter((page) => query.right.has(page)).length;
  const isRight = (query: Query, page: number): boolean =>
    query.best === undefined ? query.right.has(page) : page === query.best;
  // The list a reader sees: exact results or, if there are none, approximate ones.
  const rank = ({ query, answer }: (typeof pairs)[number]): number =>
    (answer.found.length > 0 ? answer.found : answer.near).findIndex((page) => isRight(query, page)) + 1;
  const shown = pairs.reduce((sum, { answer }) => sum + answer.shown, 0);
  const marked = pairs.reduce((sum, { answer }) => sum + answer.marked, 0);
  return [
    mean(withRight.map((pair) => hits(pair) / pair.query.right.size)),
    mean(
      pairs
        .filter(({ answer }) => answer.found.length > 0)
        .map((pair) => hits(pair) / pair.answer.found.length),
    ),
    mean(withRight.map((pair) => Number(rank(pair) === 1))),
    mean(withRight.map((pair) => Number(rank(pair) > 0 && rank(pair) <= 10))),
    mean(withRight.map((pair) => (rank(pair) > 0 ? 1 / rank(pair) : 0))),
    mean(pairs.map(({ answer }) => Number(answer.found.length === 0))),
    mean(
      pairs.map(({ query, answer }) =>
        Number(query.meant === undefined ? answer.meant.length > 0 : answer.meant.includes(query.meant)),
      ),
    ),
    shown === 0 ? '–' : (marked / shown).toFixed(3),
    ...[0.5, 0.95].map((share) =>
      quantile(
        share,
        pairs.map(({ answer }) => answer.milliseconds),
      ).toFixed(0),
    ),
  ];
}

export function reportCosts(costs: readonly Cost[], sides: readonly SideResults[]): void {
  const row = (name: string, value: (side: SideResults, cost: Cost) => string): string[] => [
    name,
    ...sides.flatMap((side, index) => {
      const cost = costs[index];
      return cost ? [value(side, cost)] : [];
    }),
  ];
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);
  printTable(
    'Costs',
    ['', ...sides.map(({ side }) => side)],
    [
      row('first query, kB, p50', ({ cold }) =>
        kilobytes(
          quantile(
            0.5,
            cold.map(({ bytes }) => bytes),
          ),
        ),
      ),
      row('first query, kB, p95', ({ cold }) =>
        kilobytes(
          quantile(
            0.95,
            cold.map(({ bytes }) => bytes),
          ),
        ),
      ),
      row('later query, kB, p50', ({ later }) =>
        kilobytes(
          quantile(
            0.5,
            later.map(({ bytes }) => bytes),
          ),
        ),
      ),
      row('later query, kB, p95', ({ later }) =>
        kilobytes(
          quantile(
            0.95,
            later.map(({ bytes }) => bytes),
          ),
        ),
      ),
      row('first query, ms, p50', ({ cold }) =>
        quantile(
          0.5,
          cold.map(({ milliseconds }) => milliseconds),
        ).toFixed(0),
      ),
      row('first query, ms, p95', ({ cold }) =>
        quantile(
          0.95,
          cold.map(({ milliseconds }) => milliseconds),
        ).toFixed(0),
      ),
      row('in a session, ms, p50', ({ warm }) => quantile(0.5, warm).toFixed(0)),
      row('in a session, ms, p95', ({ warm }) => quantile(0.95, warm).toFixed(0)),
      row('index folder, MiB', (_, { bytes }) => (bytes / 2 ** 20).toFixed(1)),
      row('index build, s', (_, { seconds }) => seconds.toFixed(1)),
    ],
  );
}

export const quantile = (share: number, values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
