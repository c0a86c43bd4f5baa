import { deliberations as deliberationsDescription } from '../../model/collections/deliberations.ts';
import { stages } from '../../model/vocabulary/project-stages.ts';
import { chineseDay } from '../../site/dates.ts';
import { agreementStates, itemsOf, termOf } from '../ledgers/joint/agreement-terms.ts';
import type { AgreementState, Item } from '../ledgers/joint/agreement-terms.ts';
import { isOnOffer, needStates } from '../ledgers/joint/need-matches.ts';
import type { Match, NeedState } from '../ledgers/joint/need-matches.ts';
import { progressOf, projectStates } from '../ledgers/joint/project-progress.ts';
import type { ProjectState } from '../ledgers/joint/project-progress.ts';
import type { Row } from '../ledgers/row.ts';
import { choiceLabel } from '../entries/labels.ts';
import { daysBetween } from '../../model/calendar-days.ts';

/** A state in a word, and how it is coloured. The word says it; the colour only helps. */
export interface Mark {
  word: string;
  tone: 'good' | 'caution' | 'plain';
  /** Days or hours in which it holds, `/2026-11-30`, and what is said at others: see `readers-day.js`. */
  holds?: string;
  then?: string;
}

/** A word that holds for some time only, `2026-11-28/2026-11-30T10:40`; either end may be missing. */
export interface PassingWord {
  text: string;
  holds: string;
}

/** An entry of a ledger as one line of a list: its name, what state it is in, what is worth knowing. */
export interface Line {
  title: string;
  address: string;
  mark?: Mark | undefined;
  about: (string | PassingWord | undefined)[];
  /** What was answered, in its own words. */
  said?: string | undefined;
  sample?: boolean | undefined;
  /** Days on which it belongs to its list, `/2026-11-30`. */
  holds?: string | undefined;
}

const days = (count: number): string => `${String(count)} 天`;
const left = (count: number): string => (count === 0 ? '今天到期' : `还有 ${days(count)}`);

const projectTones: Record<ProjectState, Mark['tone']> = {
  waiting: 'plain',
  running: 'good',
  overdue: 'caution',
  done: 'good',
  partly: 'plain',
  terminated: 'caution',
};

export function projectMark(project: Row<'projects'>, today: string): Mark {
  const { state } = progressOf(project, today);
  return { word: projectStates[state], tone: projectTones[state] };
}

/** 逾期 12 天；还有 38 天；2026年3月2日结束 */
export function projectTime(project: Row<'projects'>, today: string): string {
  const { state, due, daysOver } = progressOf(project, today);
  if (project.data.ended !== undefined) return `${chineseDay(project.data.ended)}结束`;
  if (state === 'overdue') return `过了期限 ${days(daysOver)}`;
  const daysLeft = daysBetween(today, due);
  return daysLeft === 0 ? left(0) : `${left(daysLeft)}，${chineseDay(due)}到期`;
}

/** 第 2 轮·检查 */
export function projectStage(project: Row<'projects'>, today: string): string | undefined {
  const { round, stage } = progressOf(project, today);
  return round === undefined || stage === undefined ? undefined : `第 ${String(round)} 轮·${stages[stage]}`;
}

export const projectLine = (project: Row<'projects'>, today: string): Line => ({
  title: project.data.title,
  address: project.address,
  mark: projectMark(project, today),
  about: [projectStage(project, today), projectTime(project, today)],
  sample: project.data.sample,
});

const termTones: Record<AgreementState, Mark['tone']> = {
  coming: 'plain',
  inForce: 'good',
  expiring: 'caution',
  expired: 'caution',
  ended: 'caution',
};

export function agreementMark(
  agreement: Row<'agreements'>,
  all: readonly Row<'agreements'>[],
  today: string,
): Mark {
  const { state } = termOf(agreement, all, today);
  return { word: agreementStates[state], tone: termTones[state] };
}

export const agreementLine = (
  agreement: Row<'agreements'>,
  all: readonly Row<'agreements'>[],
  today: string,
): Line => {
  const { state, daysLeft } = termOf(agreement, all, today);
  return {
    title: agreement.data.title,
    address: agreement.address,
    mark: agreementMark(agreement, all, today),
    about: [
      `${chineseDay(agreement.data.since)}—${chineseDay(agreement.data.until)}`,
      `${String(itemsOf([agreement]).length)} 条约定`,
      state === 'ended' || state === 'expired' ? undefined : left(daysLeft),
    ],
    sample: agreement.data.sample,
  };
};

export const itemLine = ({ text, address, agreement, number }: Item): Line => ({
  title: text,
  address,
  about: [`${agreement.data.title}第 ${String(number)} 条`],
  sample: agreement.data.sample,
});

const needTones: Record<NeedState, Mark['tone']> = {
  waiting: 'caution',
  lapsed: 'caution',
  matched: 'good',
  met: 'good',
  withdrawn: 'plain',
  impossible: 'plain',
};

/** 还没配上，已经等了 120 天 */
export function needMark({ state, daysWaited }: Match): Mark {
  const waits = state === 'waiting' || state === 'lapsed';
  return {
    word: waits ? `${needStates[state]}，等了 ${days(daysWaited)}` : needStates[state],
    tone: needTones[state],
  };
}

export const needLine = (match: Match): Line => ({
  title: match.need.data.title,
  address: match.need.address,
  mark: needMark(match),
  about: [choiceLabel('needs', 'kind', match.need.data.kind), `${chineseDay(match.need.data.since)}提出`],
  sample: match.need.data.sample,
});

export const resourceMark = (resource: Row<'resources'>, today: string): Mark =>
  isOnOffer(resource, today)
    ? { word: '正在提供', tone: 'good' }
    : { word: resource.data.since > today ? '还没开始' : '已停止提供', tone: 'plain' };

export const resourceLine = (resource: Row<'resources'>, today: string): Line => ({
  title: resource.data.title,
  address: resource.address,
  mark: resourceMark(resource, today),
  about: [choiceLabel('resources', 'kind', resource.data.kind)],
  sample: resource.data.sample,
});

const outcomeTones = { agreed: 'good', partly: 'plain', none: 'caution' } as const;

export function deliberationMark({ data }: Row<'deliberations'>): Mark {
  const { outcome } = data;
  if (outcome === undefined) return { word: '还在商量', tone: 'plain' };
  const words = deliberationsDescription.fields.outcome.options;
  return { word: words[outcome], tone: outcomeTones[outcome] };
}

export const deliberationLine = (deliberation: Row<'deliberations'>): Line => ({
  title: deliberation.data.title,
  address: deliberation.address,
  mark: deliberationMark(deliberation),
  about: [`${chineseDay(deliberation.data.started)}开始`],
  sample: deliberation.data.sample,
});

const resultTones = { success: 'good', partial: 'plain', failed: 'caution' } as const;

export const caseMark = ({ data }: Row<'cases'>): Mark => ({
  word: choiceLabel('cases', 'result', data.result),
  tone: resultTones[data.result],
});

export const caseLine = (each: Row<'cases'>): Line => ({
  title: each.data.title,
  address: each.address,
  mark: caseMark(each),
  about: [chineseDay(each.data.published)],
  said: each.data.differs,
  sample: each.data.sample,
});

export const meetingLine = ({ data, address }: Row<'meetings'>): Line => ({
  title: data.title,
  address,
  about: [
    choiceLabel('meetings', 'kind', data.kind),
    chineseDay(data.date),
    data.decisions ? `${String(data.decisions.length)} 条决定` : undefined,
  ],
  sample: data.sample,
});

/** Anything with a title and a day, where no state is worth a mark. */
export const plainLine = (
  row: { address: string; data: { title: string; sample?: boolean | undefined } },
  ...about: (string | undefined)[]
): Line => ({ title: row.data.title, address: row.address, about, sample: row.data.sample });
