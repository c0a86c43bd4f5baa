import { closedStates } from '../../model/vocabulary/concern-states.ts';
import { today } from '../../site/dates.ts';
import { withProof } from '../entries/evidence.ts';
import type { Evidence } from '../entries/evidence.ts';
import { courseOf } from '../ledgers/concerns/concern-course.ts';
import type { Part } from '../ledgers/row.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

type Log = Part<'concerns', 'log'>;

export interface ConcernRecord extends Log {
  unit: Article<'orgs'> | undefined;
  /** Days an answer was late. */
  late: number;
  proof: Evidence | undefined;
}

/** The records of a concern in order. */
export async function concernRecords(concern: Article<'concerns'>): Promise<ConcernRecord[]> {
  // Records and answers are in the same order: the first closing record is the first answer.
  const answers = courseOf(concern, today()).answers.values();
  const units = new Map((await allOf('orgs')).map((org) => [org.slug, org]));
  return (await withProof(concern, concern.data.log ?? [])).map((record) => ({
    ...record,
    unit: units.get(record.org),
    late: closedStates.includes(record.state) ? (answers.next().value?.late ?? 0) : 0,
  }));
}
