import { stages } from '../vocabulary/project-stages.ts';
import { citedClauses } from './cited-clauses.ts';
import { found, findingIf } from './rule.ts';
import type { Finding, PartOf, Rules } from './rule.ts';

const stageOrder = Object.keys(stages) as (keyof typeof stages)[];

export const projectRules: Rules<'projects'> = [
  ({ data: { lead, partners } }) =>
    findingIf(
      lead !== undefined && (partners ?? []).includes(lead),
      'partners',
      '“牵头单位”又写进了“配合单位”，请从配合单位里删去。',
    ),
  ({ data }) => stepsAndDays(data.records ?? []),
  ({ data: { due, extensions } }) =>
    (extensions ?? []).flatMap(({ until }, index, all) => {
      const before = index === 0 ? due : all[index - 1]?.until;
      return findingIf(
        until !== undefined && before !== undefined && until <= before,
        `extensions.${String(index)}.until`,
        `“延到哪天”（${until ?? ''}）不晚于原来的期限（${before ?? ''}），请核对日期。`,
      );
    }),
  citedClauses,
  ({ data }, hub) => {
    const { ended, outcome, outcomeReason, outcomeEvidence, records } = data;
    const word = outcome === undefined ? '' : hub.wordFor('projects', 'outcome', outcome);
    const last = records?.at(-1)?.day;
    return [
      ...findingIf(ended !== undefined && outcome === undefined, 'ended', '写了“结束日期”，请选上“结果”。'),
      ...findingIf(ended === undefined && outcome !== undefined, 'outcome', '选了“结果”，请写上“结束日期”。'),
      ...findingIf(
        ended !== undefined && outcomeEvidence === undefined,
        'ended',
        '项目结束了，请写上“结果的依据”，让读者看得到办成什么样。',
      ),
      ...findingIf(
        (outcome === 'partly' || outcome === 'terminated') && outcomeReason === undefined,
        'outcome',
        `结果是“${word}”，请在“结果的说明”里写明原因。`,
      ),
      ...findingIf(
        outcome === 'done' && !(records ?? []).some(({ stage }) => stage === 'check'),
        'outcome',
        '结果是“办成”，但“阶段记录”里没有“检查”，请先补上检查的记录。',
      ),
      ...findingIf(
        ended !== undefined && last !== undefined && last > ended,
        'ended',
        `“结束日期”（${ended ?? ''}）早于最后一条阶段记录（${last ?? ''}），请核对两个日期。`,
      ),
    ];
  },
];

/** Each round goes through plan, do, check and act in this order. A stage may have several records. */
function stepsAndDays(records: readonly PartOf<'projects', 'records'>[]): Finding[] {
  return records.flatMap(({ round, stage, day }, index) => {
    const at = (field: string): string => `records.${String(index)}.${field}`;
    const before = records[index - 1];
    const order =
      day !== undefined && before?.day !== undefined && day < before.day
        ? [found(at('day'), `日期（${day}）早于上一项（${before.day}），请按先后排列或核对日期。`)]
        : [];
    if (round === undefined || stage === undefined) return order;
    if (before && (before.round === undefined || before.stage === undefined)) return order;
    const allowed = followers(before?.round, before?.stage);
    if (allowed.some((one) => one.round === round && one.stage === stage)) return order;
    const words = allowed.map((one) => `第 ${String(one.round)} 轮“${stages[one.stage]}”`).join('或');
    const now = `第 ${String(round)} 轮“${stages[stage]}”`;
    const message = before ? `上一项之后应是${words}，现在是${now}` : `第一条应是${words}，现在是${now}`;
    return [...order, found(at('stage'), `${message}，请补上中间的阶段或核对先后。`)];
  });
}

function followers(
  round: number | undefined,
  stage: keyof typeof stages | undefined,
): { round: number; stage: keyof typeof stages }[] {
  if (round === undefined || stage === undefined) return [{ round: 1, stage: 'plan' }];
  const next = stageOrder[stageOrder.indexOf(stage) + 1];
  return [
    { round, stage },
    next === undefined ? { round: round + 1, stage: 'plan' } : { round, stage: next },
  ];
}
