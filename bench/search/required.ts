import { printTable } from '../table.ts';
import { exactKinds } from './queries.ts';
import type { Query } from './queries.ts';
import { quantile } from './report.ts';
import type { Cost, SideResults } from './report.ts';

interface Side {
  measured: SideResults;
  cost: Cost;
}

/** The required figures of search, each with the value measured in this run. */
export function reportRequired(queries: readonly Query[], pages: number, ours: Side, stock: Side): void {
  const rows = [...answers(queries, ours.measured), ...costs(pages, ours, stock)].map(
    ({ what, limit, value, atLeast, digits }) => {
      const holds = atLeast ? value >= limit : value <= limit;
      const shown = (number: number): string => number.toFixed(digits);
      return [what, `${atLeast ? '>=' : '<='} ${shown(limit)}`, shown(value), holds ? 'yes' : 'NO'];
    },
  );
  printTable('Required', ['', 'required', 'measured', 'holds'], rows);
}

interface LimitCheck {
  what: string;
  limit: number;
  value: number;
  atLeast: boolean;
  digits: number;
}

function answers(queries: readonly Query[], { answers: given }: SideResults): LimitCheck[] {
  const pairs = queries.flatMap((query, index) => {
    const answer = given[index];
    return answer ? [{ query, found: answer.found }] : [];
  });
  const of = (...kinds: string[]) => pairs.filter(({ query }) => kinds.includes(query.kind));
  const share = (list: typeof pairs, score: (pair: (typeof pairs)[number]) => number): number =>
    list.reduce((sum, pair) => sum + score(pair), 0) / Math.max(1, list.length);
  const hits = ({ query, found }: (typeof pairs)[number]): number =>
    found.filter((page) => query.right.has(page)).length;
  const isFirst = ({ query, found }: (typeof pairs)[number]): number => Number(found[0] === query.best);
  const atLeast = (what: string, limit: number, value: number): LimitCheck => ({
    what,
    limit,
    value,
    atLeast: true,
    digits: 4,
  });
  const exact = of(...exactKinds);
  return [
    ...[...new Set(exact.map(({ query }) => query.kind))].map((kind) =>
      atLeast(
        `recall, ${kind}`,
        1,
        share(of(kind), (pair) => hits(pair) / pair.query.right.size),
      ),
    ),
    atLeast(
      'precision of these',
      0.99,
      share(
        exact.filter(({ found }) => found.length > 0),
        (pair) => hits(pair) / pair.found.length,
      ),
    ),
    atLeast('first right, titles and pieces', 0.99, share(of('whole titles', 'title pieces'), isFirst)),
    atLeast('first right, pinyin', 0.95, share(of('pinyin'), isFirst)),
    atLeast(
      'nothing found, nowhere',
      1,
      share(of('nowhere'), ({ found }) => Number(found.length === 0)),
    ),
  ];
}

function costs(pages: number, ours: Side, stock: Side): LimitCheck[] {
  const median = (list: readonly { bytes: number }[]): number =>
    quantile(
      0.5,
      list.map(({ bytes }) => bytes),
    );
  const atMost = (what: string, limit: number, value: number): LimitCheck => ({
    what,
    limit,
    value,
    atLeast: false,
    digits: 2,
  });
  const first = median(ours.measured.cold);
  return [
    // The two absolute limits apply to 3,000 pages.
    ...(pages < 3000
      ? []
      : [
          atMost('first query, kB', 300, first / 1000),
          atMost('later query, kB', 60, median(ours.measured.later) / 1000),
        ]),
    atMost('first query, times stock', 1.3, first / median(stock.measured.cold)),
    atMost(
      'in a session, p95, times stock',
      2,
      quantile(0.95, ours.measured.warm) / quantile(0.95, stock.measured.warm),
    ),
    atMost('index folder, times stock', 1.5, ours.cost.bytes / stock.cost.bytes),
    atMost('index build, times stock', 1.5, ours.cost.seconds / stock.cost.seconds),
  ];
}
