import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type { GivenAnswer, Grade } from '../../model/quiz/grading.ts';

/** Shown: the reader asked for the answer without giving one. */
export type Verdict = Grade['verdict'] | 'shown';

/** A sign and a word, so that colour is not the only difference. */
export const signs: Record<Verdict, string> = { right: '✓', near: '≈', wrong: '✗', shown: '→' };
const words: Record<Verdict, string> = {
  right: '对',
  near: '还差一点',
  wrong: '不对',
  shown: '答案在下面，看看讲解',
};

export const verdictWords = (
  verdict: Verdict,
  question: PresentedQuestion,
  given: GivenAnswer,
  off: readonly number[],
): string => `${words[verdict]}${verdict === 'near' ? `：${nearWords(question, given, off)}` : ''}。`;

function nearWords({ kind }: PresentedQuestion, given: GivenAnswer, [first = 0]: readonly number[]): string {
  if (kind === 'multiple') return given.includes(String(first)) ? '有一项选多了' : '还有一项没选上';
  if (kind === 'order') return '有两项要换一换';
  return kind === 'match' ? '有两项配反了' : `第 ${String(first + 1)} 个空再想想`;
}

/** What is missing in an incomplete answer. */
export const unanswered: Record<PresentedQuestion['kind'], string> = {
  single: '还没有选，先选一项。',
  multiple: '还没有选，至少选一项。',
  judge: '还没有选，先选对或不对。',
  order: '还没有动过，先用“上移”“下移”排一排。',
  match: '还有没配上的，每一行都选一个。',
  blank: '还有空没填。',
};
