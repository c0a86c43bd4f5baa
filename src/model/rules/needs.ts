import { found, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const needRules: Rules<'needs'> = [
  ({ data: { matched, resource, project } }) => {
    const isMatched = resource !== undefined || project !== undefined;
    return [
      ...findingIf(
        matched !== undefined && !isMatched,
        'matched',
        '写了“配上的日期”，请选上“配上的资源”或“配上的项目”。',
      ),
      ...findingIf(
        matched === undefined && isMatched,
        resource === undefined ? 'project' : 'resource',
        '已经配上了，请写上“配上的日期”，等了多少天才算得出来。',
      ),
    ];
  },
  ({ data: { matched, resource } }, hub) => {
    const offer = hub.find('resources', resource);
    if (!offer || matched === undefined) return [];
    const { since, until } = offer.data;
    if (until !== undefined && until < matched) {
      return [
        found(
          'resource',
          `${nameOf(offer)}在 ${until} 已经停止提供，早于“配上的日期”（${matched}），请换一项资源或核对日期。`,
        ),
      ];
    }
    return findingIf(
      since !== undefined && since > matched,
      'resource',
      `${nameOf(offer)}从 ${since ?? ''} 起才提供，晚于“配上的日期”（${matched}），请核对日期。`,
    );
  },
  ({ data }) => {
    const { closed, result, closeReason, matched } = data;
    return [
      ...findingIf(
        closed !== undefined && result === undefined,
        'closed',
        '写了“了结日期”，请选上“了结的结果”。',
      ),
      ...findingIf(
        closed === undefined && result !== undefined,
        'result',
        '选了“了结的结果”，请写上“了结日期”。',
      ),
      ...findingIf(
        closed !== undefined && closeReason === undefined,
        'closed',
        '写了“了结日期”，请写上“了结的说明”：怎么办成的，或者为什么不办了。',
      ),
      ...findingIf(
        result === 'met' && data.evidence === undefined,
        'result',
        '结果是“办成”，请写上“依据”，让读者看得到办成了什么。',
      ),
      ...findingIf(
        closed !== undefined && matched !== undefined && closed < matched,
        'closed',
        `“了结日期”（${closed ?? ''}）早于“配上的日期”（${matched ?? ''}），请核对两个日期。`,
      ),
    ];
  },
];
