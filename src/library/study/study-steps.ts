import { stepTargets } from '../../model/vocabulary/step-targets.ts';
import type { Data } from '../../model/collections.ts';
import { readingMinutes } from '../../site/reading-time.ts';
import { isA, titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import type { Line } from '../lines/entry-lines.ts';
import { aboutMinutes } from './study-words.ts';
import type { StepArticle } from './study-words.ts';
import { allOf, named } from '../entries/queries.ts';

const collectionOfTarget = {
  material: 'materials',
  quiz: 'quizzes',
  event: 'events',
  project: 'projects',
} as const satisfies Record<(typeof stepTargets)[number], string>;

/** One step of a path. */
export interface Step {
  /** From 1. */
  number: number;
  /** The key under which the reader's device stores a finished step: `materials/xieshang-liubu`. */
  key: string;
  article: StepArticle;
  title: string;
  /** What to do in this step, in a word or two: 读材料、做题、参加活动、看项目. */
  action: string;
  task: string | undefined;
  minutes: number;
}

const actions: Record<(typeof stepTargets)[number], string> = {
  material: '读材料',
  quiz: '做题',
  event: '参加活动',
  project: '看项目',
};

/** Rule: a question takes about one minute, its explanation included. */
export const quizMinutes = (quiz: Article<'quizzes'>): number => quiz.data.questions.length;

/**
 * The steps of a path in order. Rule for their time: what the editor entered; else the reading time of a material, and
 * one minute for each question of a self-test.
 */
export async function stepsOf({ data }: Article<'paths'>): Promise<Step[]> {
  const steps = await Promise.all(data.steps.map(targetOf));
  return steps.flatMap((found, index) => {
    const step = data.steps[index];
    if (!found || !step) return [];
    const { target, article } = found;
    return [
      {
        number: index + 1,
        key: stepKey(article),
        article,
        title: titleOf(article),
        action: actions[target],
        task: step.task,
        minutes: step.minutes ?? minutesOf(article),
      },
    ];
  });
}

async function targetOf(
  step: Data<'paths'>['steps'][number],
): Promise<{ target: (typeof stepTargets)[number]; article: StepArticle } | undefined> {
  for (const target of stepTargets) {
    const slug = step[target];
    if (slug === undefined) continue;
    const [article] = await named(collectionOfTarget[target], [slug]);
    if (article) return { target, article };
  }
  return undefined;
}

export const stepKey = ({ collection, slug }: Article): string => `${collection}/${slug}`;

function minutesOf(article: StepArticle): number {
  if (isA('quizzes', article)) return quizMinutes(article);
  return readingMinutes(article.text);
}

export const minutesOfPath = (steps: readonly Step[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

export interface PathPlace {
  path: Article<'paths'>;
  /** Which of its steps, from 1. */
  number: number;
}

/** 给社区居民；5 步；约 40 分钟 */
export async function pathLine(path: Article<'paths'>): Promise<Line> {
  const { title, audience, sample } = path.data;
  const steps = await stepsOf(path);
  const about = [`给${audience}`, `${String(steps.length)} 步`, aboutMinutes(minutesOfPath(steps))];
  return { title, address: path.address, about, sample };
}

/** Paths that include an entry, and its step number in each. */
export async function pathsWithEntry(article: Article): Promise<PathPlace[]> {
  const target = stepTargets.find((each) => collectionOfTarget[each] === article.collection);
  if (target === undefined) return [];
  return (await allOf('paths')).flatMap((path) => {
    const at = path.data.steps.findIndex((step) => step[target] === article.slug);
    return at < 0 ? [] : [{ path, number: at + 1 }];
  });
}

/** The months a material, path, self-test or event was studied in. */
export async function monthlyStudyWith({ collection, slug }: Article): Promise<Article<'monthly'>[]> {
  const field = (['materials', 'paths', 'quizzes', 'events'] as const).find((each) => each === collection);
  return field === undefined
    ? []
    : (await allOf('monthly')).filter(({ data }) => data[field]?.includes(slug));
}

/** Self-tests about a material. */
export const quizzesAbout = async (material: string): Promise<Article<'quizzes'>[]> =>
  (await allOf('quizzes')).filter(({ data }) => data.materials?.includes(material));
