import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const serviceRules: Rules<'services'> = [
  // With 0 or 无 as the fee, people still ask at the counter.
  ({ data: { fee } }) =>
    findingIf(
      fee !== undefined && /^(0|0 ?元|无|没有|不收)$/.test(fee.normalize('NFKC').trim()),
      'fee',
      `“多少钱”现在是“${fee ?? ''}”，不收钱请写“免费”。`,
    ),
];
