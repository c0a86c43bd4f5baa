import { concernStates } from '../model/vocabulary/concern-states.ts';
import { byNumber, daysOverdue, isClosedOn, stateOn, stateWords } from './ledgers/concerns.ts';
import { courseOf, wasAnsweredLate } from './ledgers/concern-course.ts';
import { quartersOf } from './ledgers/concern-statistics.ts';
import { allOf } from './queries.ts';
import type { Article } from './article.ts';

type Concern = Article<'concerns'>;

export interface ConcernList {
  /** Last part of its address; none for the whole ledger. */
  key: string | undefined;
  label: string;
  address: string;
  concerns: Concern[];
}

/** The whole ledger, newest number first, and its parts by state; parts without concerns are left out. */
export async function concernLists(today: string): Promise<ConcernList[]> {
  const concerns = byNumber(await allOf('concerns'));
  const part = (key: string, label: string, holds: (concern: Concern) => boolean): ConcernList => ({
    key,
    label,
    address: `/concerns/state/${key}/`,
    concerns: concerns.filter(holds),
  });
  return [
    { key: undefined, label: '全部', address: '/concerns/', concerns },
    ...[
      part('open', '还在办', (concern) => !isClosedOn(concern, today)),
      part('overdue', '过了期限', (concern) => daysOverdue(concern, today) > 0),
      ...(['received', ...Object.keys(concernStates)] as (keyof typeof stateWords)[]).map((state) =>
        part(state, stateWords[state], (concern) => stateOn(concern, today) === state),
      ),
      part('late', '超期答复', (concern) => wasAnsweredLate(concern, today)),
      part('again', '重新打开过', (concern) => courseOf(concern, today).reopened > 0),
    ].filter((list) => list.concerns.length > 0),
  ];
}

export interface Quarter {
  /** `2026-q3` */
  key: string;
  label: string;
  from: string;
  until: string;
  address: string;
}

/** Quarters in which something was received, newest first, each with the address of its statistics. */
export async function quarters(): Promise<Quarter[]> {
  return quartersOf(await allOf('concerns')).map(({ from, until, label }) => {
    const key = `${from.slice(0, 4)}-q${String(Math.ceil(Number(from.slice(5, 7)) / 3))}`;
    return { key, label, from, until, address: `/concerns/statistics/${key}/` };
  });
}

/** Concerns under the quarters they were received in, in the order of the list. */
export function byQuarter(
  concerns: readonly Concern[],
): { label: string; from: string; concerns: Concern[] }[] {
  return quartersOf(concerns).map(({ label, from, until }) => ({
    label,
    from,
    concerns: concerns.filter(({ data }) => data.received >= from && data.received <= until),
  }));
}
