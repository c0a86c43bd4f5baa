import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const channelRules: Rules<'channel'> = [
  // Most people who raise concerns are elderly, and many have no smartphone.
  ({ data: { ways } }) =>
    findingIf(
      ways !== undefined && ways.length > 0 && ways.every(({ kind }) => kind === 'online'),
      'ways',
      '“渠道”只有网上的，请至少加一种不用手机上网的办法，如电话、当面或意见箱。',
    ),
];
