import { findingsIn, isFiller } from './questions.ts';
import { findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const quizRules: Rules<'quizzes'> = [
  ({ data: { questions } }) =>
    (questions ?? []).flatMap((question, index) =>
      question.kind === undefined ? [] : findingsIn(question, question.kind, `questions.${String(index)}`),
    ),
  // Readers need the exact passage. A whole page does not show where the answer is.
  ({ data: { questions } }) =>
    (questions ?? []).flatMap(({ passage }, index) =>
      findingIf(
        passage !== undefined && !/#./.test(passage),
        `questions.${String(index)}.passage`,
        `“看原文的地方”只到了那一页，请在后面加上 # 和那一段的小标题，现在是“${passage ?? ''}”。`,
      ),
    ),
  // A list of entries has no text to read.
  ({ data: { questions } }) =>
    (questions ?? []).flatMap(({ passage }, index) =>
      findingIf(
        /^\/([a-z-]+\/?)?#./.test(passage ?? ''),
        `questions.${String(index)}.passage`,
        `“看原文的地方”是一个栏目，没有原文，请写那一篇的地址和小标题，现在是“${passage ?? ''}”。`,
      ),
    ),
  ({ data: { questions } }) =>
    (questions ?? []).flatMap(({ explanation }, index) =>
      findingIf(
        isFiller(explanation),
        `questions.${String(index)}.explanation`,
        `“讲解”只写了“${explanation ?? ''}”，答对答错的人都学不到什么，请写明为什么。`,
      ),
    ),
  ({ data: { questions } }) =>
    (questions ?? []).flatMap(({ text }, index, all) => {
      const first = all.findIndex((other) => text !== undefined && other.text === text);
      return findingIf(
        first >= 0 && first < index,
        `questions.${String(index)}.text`,
        `和第 ${String(first + 1)} 题问的一字不差，请删去一题或换个问法。`,
      );
    }),
];
