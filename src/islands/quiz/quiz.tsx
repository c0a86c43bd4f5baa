import { useEffect, useLayoutEffect, useState } from 'react';
import { partAnchor } from '../../model/addresses/part-anchor.ts';
import { replacePlainForm } from '../plain-form.ts';
import { inSameView } from '../same-view.ts';
import { Question } from './question.tsx';
import { draftsIn, questionsIn } from './questions-in.ts';

// One chunk for all users of questions: separate ones would be half a kilobyte larger.
export { Question } from './question.tsx';
export { questionsIn } from './questions-in.ts';

/** Keeps the focus on the same control, or on its question where the controls differ. */
function focusSameControl(focused: Element): void {
  const question = focused.closest('.question');
  if (!question) return;
  const controls = (of: Element | null): HTMLElement[] =>
    Array.from(of?.querySelectorAll<HTMLElement>('input, select') ?? []);
  const now = document.getElementById(question.id);
  (controls(now)[controls(question).findIndex((each) => each === focused)] ?? now)?.focus();
}

/** The code that stores answers is loaded with the first answer; without a connection that may fail. */
const keep = (key: string, isRight: boolean): Promise<boolean> =>
  import('../study/keep-answer.ts').then(
    ({ keepAnswer }) => keepAnswer(key, isRight),
    () => false,
  );

interface Props {
  /** Id of the plain form. */
  plain: string;
  slug: string;
  /** The address of “我的学习” in the normal view. */
  myStudy: string;
}

/** Replaces the plain form: the same questions, with the answers given so far. */
export default function Quiz({ plain, slug, myStudy }: Props) {
  const [questions] = useState(() => questionsIn(document));
  const [drafts] = useState(() => draftsIn(document.getElementById(plain), questions));
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [isKept, setIsKept] = useState(true);
  /** Counts the repetitions of a question: a new key resets it. */
  const [turns, setTurns] = useState<Readonly<Record<number, number>>>({});

  useLayoutEffect(() => {
    replacePlainForm(document.getElementById(plain), focusSameControl);
  }, [plain]);

  useEffect(() => {
    // The anchor in the address was in the plain form, which is gone now.
    if (/^#[a-z]+-\d+$/.test(location.hash)) document.querySelector(location.hash)?.scrollIntoView();
  }, []);

  function answer(number: number, isRight: boolean): void {
    setWrong((before) => {
      const others = before.filter((each) => each !== number);
      return isRight ? others : [...others, number].sort((a, b) => a - b);
    });
    void keep(`${slug}#${String(number)}`, isRight).then(setIsKept);
  }

  function askAgain(): void {
    setTurns((before) => ({
      ...before,
      ...Object.fromEntries(wrong.map((number) => [number, (before[number] ?? 0) + 1])),
    }));
    setWrong([]);
    const first = wrong[0] ?? 0;
    // After the reset question is rendered.
    setTimeout(() => document.getElementById(partAnchor('questions', first))?.focus());
  }

  return (
    <>
      {questions.map((question) => {
        const turn = turns[question.number] ?? 0;
        return (
          <Question
            key={`${String(question.number)}/${String(turn)}`}
            question={question}
            anchor={partAnchor('questions', question.number)}
            draft={turn === 0 ? drafts.get(question.number) : undefined}
            onAnswer={(isRight) => {
              answer(question.number, isRight);
            }}
          />
        );
      })}
      {wrong.length > 0 && (
        <section className="quiz__wrong no-print" aria-label="还没答对的题">
          <p>
            还没答对的：
            {wrong.map((number) => (
              <a key={number} className="quiz__wrong-link" href={`#${partAnchor('questions', number)}`}>
                第 {number} 题
              </a>
            ))}
          </p>
          <p>
            <button className="button" type="button" onClick={askAgain}>
              再做错题
            </button>
          </p>
          <p>
            {isKept
              ? '这几题已经记在这台设备上，明天起隔几天再问一次，在'
              : '这台设备不让网页存东西，关掉这一页就不记得了。平时没答对的题会在'}
            <a href={inSameView(myStudy)}>我的学习</a>里。
          </p>
        </section>
      )}
    </>
  );
}
