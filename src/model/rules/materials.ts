import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const materialRules: Rules<'materials'> = [
  ({ data: { clauses } }) =>
    (clauses ?? []).flatMap(({ policy, clause }, index, all) => {
      const first = all.findIndex((other) => other.policy === policy && other.clause === clause);
      return findingIf(
        policy !== undefined && clause !== undefined && first < index,
        `clauses.${String(index)}`,
        `和第 ${String(first + 1)} 项是同一条，请删去一项。`,
      );
    }),
];
