import { found, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const agreementRules: Rules<'agreements'> = [
  ({ data: { parties } }) =>
    findingIf(parties?.length === 1, 'parties', '“签约单位”只有一家，协议至少要有两家，请补上另一家。'),
  ({ data: { parties, items } }, hub) =>
    (items ?? []).flatMap(({ owners, project, noProject }, index) => {
      const at = (field: string): string => `items.${String(index)}.${field}`;
      const strangers = (owners ?? [])
        .filter((owner) => parties !== undefined && !parties.includes(owner))
        .map((owner) => hub.find('orgs', owner))
        .filter((org) => org !== undefined);
      return [
        ...strangers.map((org) =>
          found(at('owners'), `${nameOf(org)}不在“签约单位”里，请改成签约单位，或把它补进去。`),
        ),
        ...findingIf(
          project === undefined && noProject === undefined,
          at('text'),
          '还没有落到项目，请选上“对应项目”，或写明“还没有立项的原因”。',
        ),
        ...findingIf(
          project !== undefined && noProject !== undefined,
          at('noProject'),
          '已经有了“对应项目”，请删去“还没有立项的原因”。',
        ),
      ];
    }),
  ({ data: { ended, endReason, until } }) => [
    ...findingIf(
      ended !== undefined && endReason === undefined,
      'ended',
      '写了“提前终止日”，请写上“提前终止的原因”。',
    ),
    ...findingIf(
      ended === undefined && endReason !== undefined,
      'endReason',
      '写了“提前终止的原因”，请写上“提前终止日”。',
    ),
    ...findingIf(
      ended !== undefined && until !== undefined && ended >= until,
      'ended',
      `“提前终止日”（${ended ?? ''}）不早于“到期日期”（${until ?? ''}），到期的协议不用填这一项。`,
    ),
  ],
  (entry, hub) => {
    const { renews, since } = entry.data;
    if (renews === entry.slug) return [found('renews', '“续签自”写了这份协议自己，请选前一份。')];
    const before = hub.find('agreements', renews);
    const began = before?.data.since;
    return findingIf(
      before !== undefined && began !== undefined && since !== undefined && since <= began,
      'renews',
      `这份协议的生效日期（${since ?? ''}）不晚于前一份${before ? nameOf(before) : ''}的生效日期（${began ?? ''}），请核对哪份在前。`,
    );
  },
];
