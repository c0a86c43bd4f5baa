import { useEffect, useState } from 'react';
import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type * as asks from '../quiz/quiz.tsx';
import { dueKeys, nextDay, withCard } from '../study/cards.ts';
import { chineseDay } from '../../site/dates.ts';
import { dayOf } from '../study/days.ts';
import type * as keeps from '../study/keep-answer.ts';
import { changeStudy, readStudy } from '../study/store.ts';
import type { Place } from './catalogue.ts';
import { useStored } from './use-stored.ts';

interface Due {
  key: string;
  quiz: Place;
  question: PresentedQuestion;
}

/** The code that shows questions and stores answers, loaded only when a question is due. */
type Asking = typeof asks & typeof keeps;

interface Found {
  due: readonly Due[];
  asking?: Asking;
  /** Self-tests that cannot be loaded now: no connection, and not stored on this device. */
  unavailable: readonly Place[];
}

/** Questions that were answered wrong and are due again. */
export function DueQuestions({ quizzes }: { quizzes: readonly Place[] }) {
  const { cards } = useStored(readStudy);
  const [found, setFound] = useState<Found>();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let isGone = false;
    void findDue(quizzes).then((next) => {
      if (!isGone) setFound(next);
    });
    return () => {
      isGone = true;
    };
  }, [quizzes]);

  const asking = found?.asking;
  // Leave out cards of self-tests that no longer exist.
  const next = nextDay(
    Object.fromEntries(Object.entries(cards).filter(([key]) => quizzes.some((quiz) => isOf(quiz, key)))),
  );
  const left = found?.due.filter(({ key }) => !answered.has(key)) ?? [];
  return (
    <section className="group">
      <h2 className="group__title">今天可以再看的题</h2>
      {found && left.length === 0 && found.unavailable.length === 0 && (
        <p className="nothing-yet">
          {next === undefined
            ? '没有要再看的题。做自测时没答对的，隔天会到这里来。'
            : `今天没有${answered.size > 0 ? '别的' : ''}要再看的题。下一次是${chineseDay(next)}。`}
        </p>
      )}
      {found?.unavailable.map(({ key, title, address }) => (
        <p key={key}>
          <a href={address}>“{title}”</a>
          现在打不开，多半是没有网。有网的时候，这里会问其中没答对的题。
        </p>
      ))}
      {asking &&
        found?.due.map(({ key, quiz, question }) => (
          <div key={key}>
            <asking.Question
              question={question}
              anchor={key.replace('#', '-')}
              from={quiz.title}
              onAnswer={(isRight) => {
                void asking.keepAnswer(key, isRight).then(() => {
                  setAnswered((before) => new Set([...before, key]));
                });
              }}
            />
            {answered.has(key) && <p className="study-next">{whenAgain(cards[key]?.due)}</p>}
          </div>
        ))}
    </section>
  );
}

const whenAgain = (due: string | undefined): string =>
  due === undefined ? '这一题记牢了，不再来问。' : `下次再看：${chineseDay(dayOf(new Date(due)))}。`;

/** The due questions with their texts; loads the page of each self-test once. */
async function findDue(quizzes: readonly Place[]): Promise<Found> {
  const keys = dueKeys(readStudy().cards, new Date());
  const wanted = quizzes.filter((quiz) => keys.some((key) => isOf(quiz, key)));
  if (wanted.length === 0) return { due: [], unavailable: [] };
  const asking = await fetchAsking().catch(() => undefined);
  if (!asking) return { due: [], unavailable: wanted };
  const due = new Map<string, Due>();
  const unavailable: Place[] = [];
  for (const quiz of wanted) {
    const questions = await questionsOf(quiz.address, asking);
    if (!questions) unavailable.push(quiz);
    for (const key of questions ? keys.filter((key) => isOf(quiz, key)) : []) {
      const question = questions?.find(({ number }) => key === `${quiz.key}#${String(number)}`);
      if (question) due.set(key, { key, quiz, question });
      // An editor removed the question, so it cannot be asked any more.
      else changeStudy((study) => withCard(study, key, undefined));
    }
  }
  return { due: keys.map((key) => due.get(key)).filter((each) => each !== undefined), asking, unavailable };
}

const isOf = (quiz: Place, key: string): boolean => key.startsWith(`${quiz.key}#`);

async function fetchAsking(): Promise<Asking> {
  const [asking, keeping] = await Promise.all([
    import('../quiz/quiz.tsx'),
    import('../study/keep-answer.ts'),
  ]);
  return { ...asking, ...keeping };
}

async function questionsOf(
  address: string,
  { questionsIn }: Asking,
): Promise<PresentedQuestion[] | undefined> {
  const answer = (await fetch(address).catch(() => undefined)) ?? (await storedCopy(address));
  if (!answer?.ok) return undefined;
  const questions = questionsIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  // No questions: this is another page, such as the sign-in page of a network.
  return questions.length > 0 ? questions : undefined;
}

/** Without a network: the copy on this device. */
const storedCopy = async (address: string): Promise<Response | undefined> =>
  'caches' in window ? caches.match(address).catch(() => undefined) : undefined;
