import { chineseDay } from '../../site/dates.ts';
import { allLedgers } from '../entries/ledger-rows.ts';
import { dutiesOf, dutyKinds } from '../ledgers/reports/responsibilities.ts';
import type { Duty } from '../ledgers/reports/responsibilities.ts';
import type { Line } from '../lines/entry-lines.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

export interface MatrixRow {
  org: Article<'orgs'>;
  duties: Duty[];
  /** In the order of the columns. */
  counts: number[];
  overdue: number;
}

export interface Matrix {
  columns: string[];
  rows: MatrixRow[];
  /** Units without responsibilities today. */
  idle: Article<'orgs'>[];
}

type DutyKind = Duty['kind'];

/** Rule: a cell counts the unit's responsibilities of that kind today. Columns without any are left out. */
export async function responsibilityMatrix(today: string): Promise<Matrix> {
  const [orgs, ledgers] = await Promise.all([allOf('orgs'), allLedgers()]);
  const found = orgs.map((org) => ({ org, duties: dutiesOf(org.slug, ledgers, today) }));
  const kinds = (Object.keys(dutyKinds) as DutyKind[]).filter((kind) =>
    found.some(({ duties }) => duties.some((duty) => duty.kind === kind)),
  );
  return {
    columns: kinds.map((kind) => dutyKinds[kind]),
    rows: found
      .filter(({ duties }) => duties.length > 0)
      .map(({ org, duties }) => ({
        org,
        duties,
        counts: kinds.map((kind) => duties.filter((duty) => duty.kind === kind).length),
        overdue: duties.filter(({ daysOver }) => daysOver > 0).length,
      })),
    idle: found.filter(({ duties }) => duties.length === 0).map(({ org }) => org),
  };
}

export const dutyLine = ({ kind, role, title, address, state, due, daysOver }: Duty): Line => ({
  title,
  address,
  ...(daysOver > 0 ? { mark: { word: `过了期限 ${String(daysOver)} 天`, tone: 'caution' } as const } : {}),
  about: [`${dutyKinds[kind]}，${role}`, state, due === undefined ? undefined : `期限 ${chineseDay(due)}`],
});

export const matrixRules = [
  '项目、会议决定和民情，没有了结的才算；协议事项只算今天有效的协议；席位只算今天还在任的。',
  '需求只算没有了结的；资源只算还在提供的。',
  '过了期限的排在前面，天数算到网站上一次更新的那天。',
];
