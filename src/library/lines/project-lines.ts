import { daysBetween } from '../../model/calendar-days.ts';
import { stages } from '../../model/vocabulary/project-stages.ts';
import { chineseDay } from '../../site/dates.ts';
import { choiceLabel } from '../entries/labels.ts';
import { progressOf, projectStates } from '../ledgers/joint/project-progress.ts';
import type { ProjectState } from '../ledgers/joint/project-progress.ts';
import type { Row } from '../ledgers/row.ts';
import { daysLeftText } from './entry-lines.ts';
import type { Line, Mark } from './entry-lines.ts';

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
  if (state === 'overdue') return `过了期限 ${String(daysOver)} 天`;
  const daysLeft = daysBetween(today, due);
  const left = daysLeftText(daysLeft);
  return daysLeft === 0 ? left : `${left}，${chineseDay(due)}到期`;
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
  quote: each.data.differs,
  sample: each.data.sample,
});
