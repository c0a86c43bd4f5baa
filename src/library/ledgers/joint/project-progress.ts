import { stages } from '../../../model/vocabulary/project-stages.ts';
import { daysBetween } from '../../../model/calendar-days.ts';
import type { Part, Row } from '../row.ts';

type Project = Row<'projects'>;
export type Stage = keyof typeof stages;

export const projectStates = {
  waiting: '未开始',
  running: '进行中',
  overdue: '已逾期',
  done: '办成',
  partly: '部分办成',
  terminated: '终止',
} as const;
export type ProjectState = keyof typeof projectStates;

export interface Progress {
  state: ProjectState;
  /** From the latest record; undefined before the first. */
  round?: number;
  stage?: Stage;
  /** The current deadline: the last extension, or the planned day. */
  due: string;
  /** Days past `due`: until today while open, else until its end. Never negative. */
  daysOver: number;
  /** How often the deadline was extended. */
  extensions: number;
}

/** Rule: the day of the last extension decided; without one, the planned day. */
export const deadlineOf = ({ data }: Project): string => data.extensions?.at(-1)?.until ?? data.due;

/**
 * Rule: the state of an ended project is its outcome. An open one is overdue from the day after its deadline, and not
 * started before its first record. Round and stage come from the last record (the checker requires evidence for each).
 */
export function progressOf(project: Project, today: string): Progress {
  const { ended, outcome, records = [], extensions = [] } = project.data;
  const due = deadlineOf(project);
  const last = records.at(-1);
  const daysOver = Math.max(0, daysBetween(due, ended ?? today));
  const open = daysOver > 0 ? 'overdue' : last ? 'running' : 'waiting';
  return {
    state: ended === undefined ? open : (outcome ?? 'done'),
    ...(last ? { round: last.round, stage: last.stage } : {}),
    due,
    daysOver,
    extensions: extensions.length,
  };
}

export const isOpen = ({ data }: Project): boolean => data.ended === undefined;

export interface Round {
  round: number;
  /** All four, in order; those without a record are empty. */
  stages: { stage: Stage; label: string; records: Part<'projects', 'records'>[] }[];
}

/** Rule: rounds as recorded, each with all four stages, to show what is missing. */
export function roundsOf({ data }: Project): Round[] {
  const byRound = Map.groupBy(data.records ?? [], ({ round }) => round);
  return [...byRound].map(([round, records]) => ({
    round,
    stages: Object.entries(stages).map(([stage, label]) => ({
      stage: stage as Stage,
      label,
      records: records.filter((record) => record.stage === stage),
    })),
  }));
}

export interface Tally extends Record<ProjectState, number> {
  total: number;
  /** Percentage of all, rounded; undefined without projects. */
  doneShare?: number;
}

/** Rule: completion is the share of projects that ended as 办成; partly done and terminated ones do not count. */
export function tallyOf(projects: readonly Project[], today: string): Tally {
  const states = projects.map((project) => progressOf(project, today).state);
  const count = (state: ProjectState): number => states.filter((one) => one === state).length;
  const total = projects.length;
  return {
    waiting: count('waiting'),
    running: count('running'),
    overdue: count('overdue'),
    done: count('done'),
    partly: count('partly'),
    terminated: count('terminated'),
    total,
    ...(total === 0 ? {} : { doneShare: Math.round((count('done') / total) * 100) }),
  };
}

/** Rule: overdue ones first, longest first; then open ones by deadline; then ended ones, latest first. */
export function inOrderOfUrgency<P extends Project>(projects: readonly P[], today: string): P[] {
  const days = (project: P): number => (isOpen(project) ? progressOf(project, today).daysOver : -1);
  return projects.toSorted(
    (a, b) =>
      days(b) - days(a) ||
      (isOpen(a) ? deadlineOf(a).localeCompare(deadlineOf(b)) : 0) ||
      (b.data.ended ?? '').localeCompare(a.data.ended ?? ''),
  );
}
