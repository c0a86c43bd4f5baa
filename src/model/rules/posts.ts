import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const postRules: Rules<'posts'> = [
  ({ data: { filled, expires } }) =>
    findingIf(
      filled !== undefined && expires !== undefined && filled > expires,
      'filled',
      `“招满日期”（${filled ?? ''}）晚于“报名截止”（${expires ?? ''}），过了截止自动归档，不用再填这一项。`,
    ),
  // “Agreed in person” says nothing about the pay.
  ({ data: { kind, pay } }) =>
    findingIf(
      kind === 'job' && pay !== undefined && /^(面议|面谈|待定|无)$/.test(pay.trim()),
      'pay',
      `勤工助学的“报酬”要写清楚，现在是“${pay ?? ''}”，请写每小时或每月多少钱、怎么发。`,
    ),
];
