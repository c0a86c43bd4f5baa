import { daysBetween } from '../../../model/calendar-days.ts';
import type { Ledgers, Row } from '../row.ts';

type Need = Row<'needs'>;

export const needStates = {
  waiting: '还没配上',
  lapsed: '配上的已停止',
  matched: '已配上',
  met: '办成',
  withdrawn: '不再需要',
  impossible: '办不到',
} as const;
export type NeedState = keyof typeof needStates;

export interface Match {
  need: Need;
  state: NeedState;
  /** Days from the day it was raised until it was matched, closed, or today. */
  daysWaited: number;
  resource?: Row<'resources'>;
  project?: Row<'projects'>;
  /** Resources of the same kind on offer today, for needs that are waiting. */
  candidates: Row<'resources'>[];
}

/** Rule: on offer from its first day to its last, both included. */
export const isOnOffer = ({ data }: Row<'resources'>, today: string): boolean =>
  data.since <= today && (data.until === undefined || data.until >= today);

/**
 * Rule: closed with its result; matched from the day of the match; waiting before. A match has lapsed when neither
 * its resource is still on offer nor its project still running or done. The need then waits again, counted from the
 * later of the two ends.
 */
export function matchOf(
  need: Need,
  { resources, projects }: Pick<Ledgers, 'resources' | 'projects'>,
  today: string,
): Match {
  const { since, matched, closed, result, kind } = need.data;
  const resource = resources.find(({ slug }) => slug === need.data.resource);
  const project = projects.find(({ slug }) => slug === need.data.project);
  const ends = [
    resource && (isOnOffer(resource, today) ? undefined : resource.data.until),
    project && (project.data.outcome === 'terminated' ? project.data.ended : undefined),
  ].filter((end) => end !== undefined);
  const over = ends.sort().at(-1);
  const goesOn = Number(resource !== undefined) + Number(project !== undefined) > ends.length;
  const lapsed = closed === undefined && over !== undefined && over < today && !goesOn;
  const state =
    closed !== undefined ? (result ?? 'met') : lapsed ? 'lapsed' : matched ? 'matched' : 'waiting';
  const wanting = state === 'waiting' || state === 'lapsed';
  return {
    need,
    state,
    daysWaited: lapsed ? daysBetween(over, today) : daysBetween(since, matched ?? closed ?? today),
    ...(resource ? { resource } : {}),
    ...(project ? { project } : {}),
    candidates: wanting
      ? resources.filter((offer) => offer.data.kind === kind && isOnOffer(offer, today))
      : [],
  };
}

const order: readonly NeedState[] = ['waiting', 'lapsed', 'matched', 'met', 'impossible', 'withdrawn'];

/** Rule: waiting needs first, longest wait first; then matched ones, then closed ones. */
export const matchesOfNeeds = (
  ledgers: Pick<Ledgers, 'needs' | 'resources' | 'projects'>,
  today: string,
): Match[] =>
  ledgers.needs
    .map((need) => matchOf(need, ledgers, today))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.daysWaited - a.daysWaited);
