import { dayOf } from '../calendar-days.ts';
import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const activityRules: Rules<'activities'> = [
  ({ data: { date, published } }) =>
    findingIf(
      date !== undefined && published !== undefined && dayOf(published) < date,
      'published',
      `“发布时间”（${dayOf(published ?? '')}）早于“活动日期”（${date ?? ''}），报道要等活动办过再写，请核对日期。`,
    ),
];
