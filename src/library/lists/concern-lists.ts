import { concernStates } from '../../model/vocabulary/concern-states.ts';
import { today } from '../../site/dates.ts';
import { laterSentence } from '../lines/concern-sentences.ts';
import {
  byNumber,
  daysOverdue,
  isClosedOn,
  stateOn,
  stateWords,
} from '../ledgers/concerns/concern-states.ts';
import { courseOf, wasAnsweredLate } from '../ledgers/concerns/concern-course.ts';
import { quartersWithConcerns, statisticsOf } from '../ledgers/concerns/concern-statistics.ts';
import type { Statistics } from '../ledgers/concerns/concern-statistics.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

type Concern = Article<'concerns'>;

export interface ConcernList {
  /** Last part of the address; undefined for the whole ledger. */
  key: string | undefined;
  label: string;
  address: string;
  concerns: Concern[];
}

/** The whole ledger, newest number first, and its parts by state, without empty parts. */
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

/** Quarters in which a concern was received, newest first, each with the address of its statistics. */
export async function quarters(): Promise<Quarter[]> {
  return quartersWithConcerns(await allOf('concerns')).map(({ from, until, label }) => {
    const key = `${from.slice(0, 4)}-q${String(Math.ceil(Number(from.slice(5, 7)) / 3))}`;
    return { key, label, from, until, address: `/concerns/statistics/${key}/` };
  });
}

export interface PeriodStatistics {
  statistics: Statistics;
  /** What changed after the end of the period, if anything did. */
  later: string | undefined;
  /** Today, and the last day of the period. */
  now: string;
  until: string;
}

/** The statistics of a period; a running period is counted up to today. */
export async function statisticsFor(from: string, until: string): Promise<PeriodStatistics> {
  const now = today();
  const concerns = await allOf('concerns');
  const statistics = statisticsOf(concerns, from, until, until < now ? until : now);
  return {
    statistics,
    // The numbers of a running period are already today's, so there is nothing to add.
    later: laterSentence(statistics, statisticsOf(concerns, from, until, now), now),
    now,
    until,
  };
}
