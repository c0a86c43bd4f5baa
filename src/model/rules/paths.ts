import { stepTargetLabels, stepTargets } from '../vocabulary/step-targets.ts';
import { findingIf } from './rule.ts';
import type { PartOf, Rules } from './rule.ts';

type Step = PartOf<'paths', 'steps'>;

export const pathRules: Rules<'paths'> = [
  ({ data: { steps } }) =>
    (steps ?? []).flatMap((step, index) => {
      const at = `steps.${String(index)}`;
      const chosen = chosenIn(step);
      const timed = step.event !== undefined || step.project !== undefined;
      return [
        ...findingIf(chosen.length === 0, at, `这一步没有去处，请从${labels}里选一样。`),
        ...findingIf(
          chosen.length > 1,
          at,
          `这一步选了 ${String(chosen.length)} 样（${chosen.map((target) => stepTargetLabels[target]).join('、')}），请只留一样，其余的另加一步。`,
        ),
        ...findingIf(
          chosen.length === 1 && timed && step.minutes === undefined,
          at,
          '活动和看项目算不出时间，请填写“大约多久”。',
        ),
      ];
    }),
  // A reader's progress is stored by the target of the step.
  ({ data: { steps } }) =>
    (steps ?? []).flatMap((step, index, all) => {
      const key = keyOf(step);
      const first = all.findIndex((other) => key !== '' && keyOf(other) === key);
      return findingIf(
        first >= 0 && first < index,
        `steps.${String(index)}`,
        `和第 ${String(first + 1)} 步去的是同一处，请删去一步。`,
      );
    }),
];

const chosenIn = (step: Step): (typeof stepTargets)[number][] =>
  stepTargets.filter((target) => step[target] !== undefined);

const keyOf = (step: Step): string =>
  chosenIn(step)
    .map((target) => `${target}/${step[target] ?? ''}`)
    .join(' ');

const labels = stepTargets.map((target) => `“${stepTargetLabels[target]}”`).join('、');
