import type { Rules } from './rule.ts';
import { successionRules } from './succession.ts';

export const policyRules: Rules<'policies'> = successionRules('policies');
