import { useEffect, useState } from 'react';
import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type * as asks from '../quiz/quiz.tsx';
import { dueKeys, nextDay, withCard } from '../study/cards.ts';
import { chineseDay, dayOf } from '../study/days.ts';
import type * as keeps from '../study/keep-answer.ts';
import { changeStudy, readStudy } from '../study/store.ts';
import type { Place } from './catalogue.ts';
import { useStored } from './use-stored.ts';

interface Due {
  key: string;
  quiz: Place;
  question: PresentedQuestion;
}

/** What asks and what remembers, fetched only where there is something to ask. */
type Asking = typeof asks & typeof keeps;

interface Found {
  due: readonly Due[];
  asking?: Asking;
  /** Self-tests that cannot be had now: no connection, and not kept on this device. */
  away: readonly Place[];
}

/** Questions once answered wrong whose day has come, here to be answered again. */
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
  // Those of a self-test that is gone wait in vain.
  const next = nextDay(
    Object.fromEntries(Object.entries(cards).filter(([key]) => quizzes.some((quiz) => isOf(quiz, key)))),
  );
  const left = found?.due.filter(({ key }) => !answered.has(key)) ?? [];
  return (
    <section className="group">
      <h2 className="group__title">今天可以再看的题</h2>
      {found && left.length === 0 && found.away.length === 0 && (
        <p className="nothing-yet">
          {next === undefined
            ? '没有要再看的题。做自测时没答对的，隔天会到这里来。'
            : `今天没有${answered.size > 0 ? '别的' : ''}要再看的题。下一次是${chineseDay(next)}。`}
        </p>
      )}
      {found?.away.map(({ key, title, address }) => (
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

/** The due questions with their texts, each self-test's page asked for once. */
async function findDue(quizzes: readonly Place[]): Promise<Found> {
  const keys = dueKeys(readStudy().cards, new Date());
  const wanted = quizzes.filter((quiz) => keys.some((key) => isOf(quiz, key)));
  if (wanted.length === 0) return { due: [], away: [] };
  const asking = await fetchAsking().catch(() => undefined);
  if (!asking) return { due: [], away: wanted };
  const due = new Map<string, Due>();
  const away: Place[] = [];
  for (const quiz of wanted) {
    const questions = await questionsOf(quiz.address, asking);
    if (!questions) away.push(quiz);
    for (const key of questions ? keys.filter((key) => isOf(quiz, key)) : []) {
      const question = questions?.find(({ number }) => key === `${quiz.key}#${String(number)}`);
      if (question) due.set(key, { key, quiz, question });
      // An editor took the question away; nobody can be asked it any more.
      else changeStudy((study) => withCard(study, key, undefined));
    }
  }
  return { due: keys.map((key) => due.get(key)).filter((each) => each !== undefined), asking, away };
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
  const answer = (await fetch(address).catch(() => undefined)) ?? (await keptOf(address));
  if (!answer?.ok) return undefined;
  const questions = questionsIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  // Without any, something else has answered: a network that wants its users to sign in first.
  return questions.length > 0 ? questions : undefined;
}

/** Without network: the page as this device has it. */
const keptOf = async (address: string): Promise<Response | undefined> =>
  'caches' in window ? caches.match(address).catch(() => undefined) : undefined;
