import type { PresentedQuestion } from './presented-question.ts';
import { writingsOf } from './question-kinds.ts';

/**
 * What a reader gave. Of single, multiple and judge: the values chosen. Of order: the places of the options from first
 * to last. Of match: for each option the place of the half chosen. Of blank: what stands in each gap.
 */
export type GivenAnswer = readonly string[];

export interface Grade {
  /** Rule of near: one thing is off, and something else is right. What is exchanged for one another is one thing. */
  verdict: 'right' | 'near' | 'wrong';
  /** Places of what is off: options, or gaps. */
  off: readonly number[];
}

/** Whether all of a question is answered; an answer that is not whole is not judged. */
export function isCompleteAnswer({ kind, options }: PresentedQuestion, given: GivenAnswer): boolean {
  const filled = given.filter((each) => each.trim() !== '').length;
  return kind === 'match' || kind === 'order' || kind === 'blank' ? filled === options.length : filled > 0;
}

export function gradeAnswer(question: PresentedQuestion, given: GivenAnswer): Grade {
  const off = offIn(question, given);
  if (off.length === 0) return { verdict: 'right', off };
  return { verdict: isNear(question, given, off) ? 'near' : 'wrong', off };
}

function offIn({ kind, options, truth }: PresentedQuestion, given: GivenAnswer): number[] {
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
      return places.filter((place) => !isWritten(given[place] ?? '', options[place]?.text ?? ''));
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

const isWritten = (given: string, accepted: string): boolean =>
  writingsOf(accepted).some((writing) => bare(writing) === bare(given));

/** Full and half width, spaces, quotation marks and the full stop at the end are no matter of knowing. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’「」《》]|[。.]$/g, '');
