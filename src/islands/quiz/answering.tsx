import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type { GivenAnswer } from '../../model/quiz/grading.ts';

/** The props of the controls for each kind of question. */
export interface AnswerControlProps {
  question: PresentedQuestion;
  /** The prefix of the controls' names. */
  anchor: string;
  given: GivenAnswer;
  /** The positions of wrong parts, after grading. */
  mistakes: readonly number[] | undefined;
  /** A new answer, and a message for screen readers where the change is only visible. */
  onGive: (given: GivenAnswer, status?: string) => void;
}

/** The mark after a graded part. */
export function Mark({ isRight, children }: { isRight: boolean; children: React.ReactNode }) {
  return (
    <span className={isRight ? 'option__mark option__mark--right' : 'option__mark'}>
      <span aria-hidden="true">{isRight ? '✓' : '✗'}</span> {children}
    </span>
  );
}
