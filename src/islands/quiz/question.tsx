import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { answerLines } from '../../model/quiz/presented-question.ts';
import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import { isCompleteAnswer, gradeAnswer } from '../../model/quiz/grading.ts';
import type { GivenAnswer } from '../../model/quiz/grading.ts';
import { gap, questionKinds } from '../../model/quiz/question-kinds.ts';
import { inSameView } from '../same-view.ts';
import type { AnswerControlProps } from './answering.tsx';
import { Blanks } from './blanks.tsx';
import { Choices } from './choices.tsx';
import { Order } from './order.tsx';
import { Pairs } from './pairs.tsx';
import { signs, unanswered, verdictWords } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

interface Props {
  question: PresentedQuestion;
  /** Its id in the page, and the prefix of its controls' names. */
  anchor: string;
  /** Its self-test, on a page with questions of several ones. */
  from?: string;
  draft?: GivenAnswer;
  onAnswer: (isRight: boolean) => void;
}

const controls: Record<PresentedQuestion['kind'], (props: AnswerControlProps) => React.ReactNode> = {
  single: Choices,
  multiple: Choices,
  judge: Choices,
  order: Order,
  match: Pairs,
  blank: Blanks,
};

/** The plain form of QuizQuestion.astro, with a button that grades the answer. */
export function Question({ question, anchor, from, draft = [], onAnswer }: Props) {
  const [given, setGiven] = useState(draft);
  const [verdict, setVerdict] = useState<Verdict>();
  const [status, setStatus] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const { number, kind, text, shown, explanation, basis, passage } = question;
  const Controls = controls[kind];
  // Items to be put in order always have some order, also before the first move.
  const off =
    verdict && gradeAnswer(question, kind === 'order' && given.length === 0 ? shown.map(String) : given).off;

  function conclude(next: Verdict): void {
    setVerdict(next);
    setStatus(verdictWords(next, question, given, gradeAnswer(question, given).off));
    // The controls are disabled now; keep the focus for keyboard users.
    button.current?.focus();
    onAnswer(next === 'right');
  }

  function press(event: FormEvent): void {
    event.preventDefault();
    if (verdict) {
      setGiven([]);
      setVerdict(undefined);
      setStatus('');
    } else if (isCompleteAnswer(question, given)) conclude(gradeAnswer(question, given).verdict);
    else setStatus(unanswered[kind]);
  }

  return (
    <section className="question" id={anchor} tabIndex={-1}>
      <form onSubmit={press}>
        <fieldset className="question__form" disabled={verdict !== undefined}>
          <legend className="question__legend">
            <span className="question__number">
              {from} 第 {number} 题
            </span>{' '}
            <span className="mark">{questionKinds[kind]}</span>{' '}
            <span className="question__text">{kind === 'blank' ? withGaps(text) : text}</span>
          </legend>
          <Controls
            question={question}
            anchor={anchor}
            given={given}
            mistakes={off}
            onGive={(given, said = '') => {
              setGiven(given);
              setStatus(said);
            }}
          />
        </fieldset>
        <p className={`verdict verdict--${verdict ?? 'none'}`} role="status">
          {verdict && (
            <span className="verdict__sign" aria-hidden="true">
              {signs[verdict]}
            </span>
          )}
          {status}
        </p>
        {verdict && (
          <div className="explained">
            {kind !== 'single' && kind !== 'multiple' && (
              <>
                <p className="explained__label">答案</p>
                <ul className="explained__answer">
                  {answerLines(question).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
            <p>{explanation}</p>
            <p className="explained__basis">
              依据：{basis}。看原文：
              <a href={inSameView(passage.address)}>{passage.label}</a>
            </p>
          </div>
        )}
        <p className="question__buttons">
          <button className="button" type="submit" ref={button}>
            {verdict ? '再答一次' : '看看对不对'}
          </button>
          {!verdict && (
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                conclude('shown');
              }}
            >
              想不出，看答案
            </button>
          )}
        </p>
      </form>
    </section>
  );
}

function withGaps(text: string): React.ReactNode[] {
  const parts = text.split(gap);
  return parts.flatMap((part, place) =>
    place === 0
      ? [part]
      : [
          <span key={place} className="question__gap">
            {parts.length === 2 ? '空' : `空 ${String(place)}`}
          </span>,
          part,
        ],
  );
}
