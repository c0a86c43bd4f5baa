import type { Article } from '../entries/article.ts';
import { choiceLabel } from '../entries/labels.ts';
import { named } from '../entries/queries.ts';
import { minutesOfPath, quizMinutes, stepsOf } from './study-steps.ts';
import { aboutMinutes } from './study-words.ts';
import { readingMinutes } from '../../site/reading-time.ts';

/** Something to study in a month, short enough for a sheet of paper. */
export interface StudyItem {
  title: string;
  /** 党课，约 6 分钟 */
  about: string;
  summary: string | undefined;
}

/** What a branch studies in a month: materials, then paths, then self-tests. */
export async function studyItemsOf({ data }: Article<'monthly'>): Promise<StudyItem[]> {
  const materials = (await named('materials', data.materials)).map((article) => ({
    title: article.data.title,
    about: `${choiceLabel('materials', 'kind', article.data.kind)}，${aboutMinutes(readingMinutes(article.text))}`,
    summary: article.data.summary,
  }));
  const paths = (await named('paths', data.paths)).map(async (article) => {
    const steps = await stepsOf(article);
    return {
      title: article.data.title,
      about: `学习路径 ${String(steps.length)} 步，${aboutMinutes(minutesOfPath(steps))}`,
      summary: article.data.summary,
    };
  });
  const quizzes = (await named('quizzes', data.quizzes)).map((article) => ({
    title: article.data.title,
    about: `自测 ${String(article.data.questions.length)} 题，${aboutMinutes(quizMinutes(article))}`,
    summary: article.data.summary,
  }));
  return [...materials, ...(await Promise.all(paths)), ...quizzes];
}
