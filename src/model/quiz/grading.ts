import type { PresentedQuestion } from './presented-question.ts';
import { writingsOf } from './question-kinds.ts';

/**
 * The reader's answer. Single, multiple, judge: the chosen values. Order: the indexes of the options from first to last.
 * Match: for each option the index of the chosen half. Blank: the text in each gap.
 */
export type GivenAnswer = readonly string[];

export interface Grade {
  /** Near: one mistake, and something else is right. Two exchanged items are one mistake. */
  verdict: 'right' | 'near' | 'wrong';
  /** The indexes of the wrong options or gaps. */
  off: readonly number[];
}

/** Whether the whole question is answered. An incomplete answer is not graded. */
export function isCompleteAnswer({ kind, options }: PresentedQuestion, given: GivenAnswer): boolean {
  const filled = given.filter((each) => each.trim() !== '').length;
  return kind === 'match' || kind === 'order' || kind === 'blank' ? filled === options.length : filled > 0;
}

export function gradeAnswer(question: PresentedQuestion, given: GivenAnswer): Grade {
  const off = wrongIndexes(question, given);
  if (off.length === 0) return { verdict: 'right', off };
  return { verdict: isNear(question, given, off) ? 'near' : 'wrong', off };
}

function wrongIndexes({ kind, options, truth }: PresentedQuestion, given: GivenAnswer): number[] {
  const places = options.map((_, place) => place);
  switch (kind) {
    case 'single':
    case 'multiple':
      return places.filter((place) => (options[place]?.right === true) !== given.includes(String(place)));
    case 'judge':
      return given[0] === truth ? [] : [0];
    case 'order':
    case 'match':
      return places.filter((place) => given[place] !== String(place));
    case 'blank':
      return places.filter((place) => !isAccepted(given[place] ?? '', options[place]?.text ?? ''));
  }
}

function isNear({ kind, options }: PresentedQuestion, given: GivenAnswer, off: readonly number[]): boolean {
  switch (kind) {
    case 'single':
    case 'judge':
      return false;
    case 'multiple':
      return off.length === 1 && given.some((value) => options[Number(value)]?.right);
    case 'order':
    case 'match': {
      const [one = 0, other = 0] = off;
      return off.length === 2 && given[one] === String(other) && given[other] === String(one);
    }
    case 'blank':
      return off.length === 1 && options.length > 1;
  }
}

const isAccepted = (given: string, accepted: string): boolean =>
  writingsOf(accepted).some((writing) => bare(writing) === bare(given));

/** Width, spaces, quotation marks and a full stop at the end do not make an answer wrong. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’「」《》]|[。.]$/g, '');
