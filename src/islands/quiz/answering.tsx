import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type { GivenAnswer } from '../../model/quiz/grading.ts';

/** What the controls of each kind take. */
export interface Answering {
  question: PresentedQuestion;
  /** What the names of the controls begin with. */
  anchor: string;
  given: GivenAnswer;
  /** Places of what is off, once it is known. */
  off: readonly number[] | undefined;
  /** A new answer, and what is to be said of the change where it cannot be seen. */
  onGive: (given: GivenAnswer, said?: string) => void;
}

/** What stands behind a part that was answered. */
export function Mark({ isRight, children }: { isRight: boolean; children: React.ReactNode }) {
  return (
    <span className={isRight ? 'option__mark option__mark--right' : 'option__mark'}>
      <span aria-hidden="true">{isRight ? '✓' : '✗'}</span> {children}
    </span>
  );
}
