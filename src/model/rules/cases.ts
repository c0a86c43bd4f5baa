import { when } from './rule.ts';
import type { Rules } from './rule.ts';

export const caseRules: Rules<'cases'> = [
  ({ data: { result, effects } }) =>
    when(
      (result === 'success' || result === 'partial') && !effects?.length,
      'result',
      '请至少写一条“效果”和它的依据，别人才敢照着做。',
    ),
];
