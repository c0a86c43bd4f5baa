import { continuedDecisions } from './continued-decisions.ts';
import { found, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const meetingRules: Rules<'meetings'> = [
  ({ data: { present, absent } }, hub) =>
    (absent ?? [])
      .filter((org) => present?.includes(org))
      .map((org) => hub.find('orgs', org))
      .filter((org) => org !== undefined)
      .map((org) => found('absent', `${nameOf(org)}既在“到会单位”又在“缺席单位”，请删去一处。`)),
  ({ data }) =>
    findingIf(
      data.kind === 'analysis' && (data.from === undefined || data.until === undefined),
      'kind',
      '民情分析会请写上“分析的起始日”和“分析的截止日”，统计数字才算得出来。',
    ),
  ({ data: { date, until } }) =>
    findingIf(
      date !== undefined && until !== undefined && until > date,
      'until',
      `“分析的截止日”（${until ?? ''}）晚于会议日期（${date ?? ''}），会上分析不了以后的事，请核对日期。`,
    ),
  ({ data: { date, decisions } }) =>
    (decisions ?? []).flatMap(({ due, closed, result, note, evidence }, index) => {
      const at = (field: string): string => `decisions.${String(index)}.${field}`;
      return [
        ...findingIf(
          due !== undefined && date !== undefined && due < date,
          at('due'),
          `“期限”（${due ?? ''}）早于会议日期（${date ?? ''}），请核对日期。`,
        ),
        ...findingIf(
          closed !== undefined && date !== undefined && closed < date,
          at('closed'),
          `“了结日期”（${closed ?? ''}）早于会议日期（${date ?? ''}），请核对日期。`,
        ),
        ...findingIf(
          closed !== undefined && result === undefined,
          at('closed'),
          '写了“了结日期”，请选上“了结的结果”。',
        ),
        ...findingIf(
          closed === undefined && result !== undefined,
          at('result'),
          '选了“了结的结果”，请写上“了结日期”。',
        ),
        ...findingIf(
          result === 'done' && evidence === undefined,
          at('result'),
          '结果是“办成”，请写上“依据”，没有依据的不算办成。',
        ),
        ...findingIf(
          result === 'dropped' && note === undefined,
          at('result'),
          '结果是“不再办”，请在“了结的说明”里写明原因。',
        ),
      ];
    }),
  continuedDecisions,
];
