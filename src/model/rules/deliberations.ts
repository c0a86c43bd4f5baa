import { deliberationSteps } from '../vocabulary/deliberation-steps.ts';
import { found, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

type Step = keyof typeof deliberationSteps;
const stepOrder = Object.keys(deliberationSteps) as Step[];

export const deliberationRules: Rules<'deliberations'> = [
  ({ data: { started, steps } }) =>
    (steps ?? []).flatMap(({ step, day }, index, all) => {
      const at = (field: string): string => `steps.${String(index)}.${field}`;
      const before = all[index - 1];
      const earliest = before ? before.day : started;
      const days = findingIf(
        day !== undefined && earliest !== undefined && day < earliest,
        at('day'),
        `日期（${day ?? ''}）早于${before ? '上一项' : '“开始日期”'}（${earliest ?? ''}），请按先后排列或核对日期。`,
      );
      if (step === undefined || (before && before.step === undefined)) return days;
      const next = before?.step === undefined ? stepOrder[0] : stepOrder[stepOrder.indexOf(before.step) + 1];
      if (step === next || step === before?.step) return days;
      const wanted = next === undefined ? '反馈是最后一步' : `这里应是“${deliberationSteps[next]}”`;
      const message = `${wanted}，现在是“${deliberationSteps[step]}”，六步要一步一步写，请补上缺的或核对先后。`;
      return [...days, found(at('step'), message)];
    }),
  ({ data: { steps, outcome, outcomeText, views } }) => {
    const taken = new Set((steps ?? []).map(({ step }) => step));
    if (outcome === undefined) {
      return findingIf(
        taken.has('feedback'),
        'steps',
        '已经写到“反馈”，请选上“结果”，没有达成一致也是结果。',
      );
    }
    const missing = stepOrder.slice(0, stepOrder.indexOf('opinion') + 1).filter((step) => !taken.has(step));
    const words = missing.map((step) => `“${deliberationSteps[step]}”`).join('、');
    return [
      ...findingIf(missing.length > 0, 'outcome', `有了“结果”，“六步记录”里却缺少${words}，请补上。`),
      ...findingIf(outcomeText === undefined, 'outcome', '有了“结果”，请写上“结果的说明”。'),
      ...findingIf(
        outcome === 'none' && (views?.length ?? 0) < 2,
        'outcome',
        '结果是“未达成一致”，请在“各方意见”里至少写两方的理由。',
      ),
    ];
  },
];
