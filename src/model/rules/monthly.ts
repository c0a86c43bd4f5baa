import { found, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const monthlyRules: Rules<'monthly'> = [
  ({ data: { month } }) =>
    findingIf(
      month !== undefined && !month.endsWith('-01'),
      'month',
      `“月份”请写这个月的第一天，现在是 ${month ?? ''}，可以写成 ${month?.slice(0, 7) ?? ''}-01。`,
    ),
  ({ slug, data: { month } }) =>
    findingIf(
      month !== undefined && month.endsWith('-01') && !slug.startsWith(month.slice(0, 7)),
      'slug',
      `“网址名”和“月份”对不上，${month?.slice(0, 7) ?? ''} 这一期的网址名请以 ${month?.slice(0, 7) ?? ''} 开头。`,
    ),
  ({ data: { materials, paths, quizzes, events } }) =>
    findingIf(
      [materials, paths, quizzes, events].every((list) => (list ?? []).length === 0),
      'title',
      '这个月什么也没有安排，请至少选一篇学习材料、一条学习路径、一套自测或一场活动。',
    ),
  // There must be only one answer to what a branch studies this month.
  ({ slug, data: { month, orgs } }, hub) => {
    const other = hub
      .all('monthly')
      .find(
        (each) =>
          each.slug < slug &&
          each.data.month === month &&
          month !== undefined &&
          (each.data.orgs ?? []).some((org) => (orgs ?? []).includes(org)),
      );
    return other ? [found('month', `同一个支部这个月已经有${nameOf(other)}，请合成一期，或改月份。`)] : [];
  },
];
