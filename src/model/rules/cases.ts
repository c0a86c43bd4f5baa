import { found, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

/** The result of a case for each outcome of its project. Both pages must agree. */
const resultOfOutcome = { done: 'success', partly: 'partial', terminated: 'failed' } as const;

export const caseRules: Rules<'cases'> = [
  ({ data: { result, effects } }) =>
    findingIf(
      (result === 'success' || result === 'partial') && !effects?.length,
      'result',
      '请至少写一条“效果”和它的依据，别人才敢照着做。',
    ),
  // An open project has no outcome yet. A case may describe a part of it.
  ({ data: { result, project, differs } }, hub) => {
    const row = hub.find('projects', project);
    if (project === undefined)
      return findingIf(
        differs !== undefined,
        'differs',
        '写了“和项目的结果为什么不一样”，请选上“对应项目”，或删去这一项。',
      );
    const outcome = row?.data.outcome;
    if (!row || outcome === undefined || result === undefined) return [];
    const [mine, theirs] = [
      hub.wordFor('cases', 'result', result),
      hub.wordFor('projects', 'outcome', outcome),
    ];
    if (resultOfOutcome[outcome] === result)
      return findingIf(
        differs !== undefined,
        'differs',
        `项目${nameOf(row)}的结果是“${theirs}”，这里是“${mine}”，两边说的一样，请删去这一项。`,
      );
    if (differs !== undefined) return [];
    return [
      found(
        'result',
        `这里是“${mine}”，项目${nameOf(row)}的结果却是“${theirs}”，请改其中一处，或在“和项目的结果为什么不一样”里说明。`,
      ),
    ];
  },
];
