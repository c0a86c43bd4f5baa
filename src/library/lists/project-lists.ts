import { inOrderOfUrgency, progressOf } from '../ledgers/joint/project-progress.ts';
import type { ProjectState } from '../ledgers/joint/project-progress.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

export interface ProjectList {
  /** Last part of the address; undefined for the whole list. */
  key: string | undefined;
  label: string;
  address: string;
  projects: Article<'projects'>[];
}

const parts: readonly { key: string; label: string; states: readonly ProjectState[] }[] = [
  { key: 'overdue', label: '逾期', states: ['overdue'] },
  { key: 'running', label: '进行中', states: ['running', 'waiting'] },
  { key: 'done', label: '办成', states: ['done'] },
  { key: 'partly', label: '部分办成', states: ['partly'] },
  { key: 'terminated', label: '已终止', states: ['terminated'] },
];

export const projectRules = [
  '逾期：还没结束，今天过了期限；延过期的，按最后一次延到的日子算。',
  '进行中：没有结束，也没有过期限；一条阶段记录都还没有的，标作“未开始”。',
  '办成、部分办成：项目结束时写明的结果。做到哪一步，看最后一条有依据的阶段记录。',
  '已终止：停下来不办了，原因写在项目里。',
  '天数按自然日算，算到网站上一次更新的那天。',
];

/** All projects in order of urgency, and the parts of that list by state, without empty parts. */
export async function projectLists(today: string): Promise<ProjectList[]> {
  const projects = inOrderOfUrgency(await allOf('projects'), today);
  const whole = { key: undefined, label: '全部', address: '/projects/', projects };
  const byState = parts.map(({ key, label, states }) => ({
    key,
    label,
    address: `/projects/state/${key}/`,
    projects: projects.filter((project) => states.includes(progressOf(project, today).state)),
  }));
  return [whole, ...byState.filter((list) => list.projects.length > 0)];
}
