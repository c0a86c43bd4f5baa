import type { PlanProgress } from '../ledgers/joint/plan-progress.ts';

/** How the progress of a plan is counted, in words for readers. */
export const planRules = [
  '一份方案办到哪一步，只看引用它的项目：没有人手工填百分比。',
  '每一条都列着。一个项目可以落实几条，也可以落实几份方案的条款，写明是哪一条，就列在那一条下面；数项目时只数一次。',
  '写着“没有项目”的，是没有项目说要办这一条：有的条款不用单独立项，有的是还没有人办。',
  '进行中、逾期、办成、终止，和项目清单里算得一样。',
];

/** 引用这份文件的项目共 5 个，办成 2 个，进行中 3 个，没有项目的条款 1 条。 */
export function planSentence({ clauses, tally }: PlanProgress<unknown>): string {
  const projects = (word: string, count: number): string | undefined =>
    count === 0 ? undefined : `${word} ${String(count)} 个`;
  const untaken = clauses.filter(({ group, projects: taken }) => !group && taken.length === 0).length;
  const texts = [
    projects('引用这份文件的项目共', tally.total) ?? '还没有项目引用这份文件',
    projects('办成', tally.done),
    projects('部分办成', tally.partly),
    projects('进行中', tally.running),
    projects('逾期', tally.overdue),
    projects('还没开始', tally.waiting),
    projects('终止', tally.terminated),
    untaken === 0 ? undefined : `没有项目的条款 ${String(untaken)} 条`,
  ];
  return `${texts.filter((part) => part !== undefined).join('，')}。`;
}
