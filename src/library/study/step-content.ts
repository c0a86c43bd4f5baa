import { render } from 'astro:content';
import type { RenderResult } from 'astro:content';
import { isA } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { questionWords } from './question-words.ts';
import type { QuestionWords } from './question-words.ts';
import { quizQuestions } from './asked-questions.ts';
import type { Step } from './study-steps.ts';
import { eventVisit, projectVisit } from './visits.ts';
import type { Visit } from './visits.ts';

interface Of<Kind, A> extends Omit<Step, 'article'> {
  kind: Kind;
  article: A;
}

/** A step of a path with its text, questions or visit, for paper and slides. */
export type StepContent =
  | (Of<'text', Article<'materials'>> & { Content: RenderResult['Content'] })
  | (Of<'quiz', Article<'quizzes'>> & { questions: QuestionWords[] })
  | (Of<'visit', Article<'events' | 'projects'>> & { visit: Visit });

export async function stepContent({ article, ...step }: Step): Promise<StepContent> {
  if (isA('materials', article)) {
    const { Content } = await render(article.entry);
    return { ...step, kind: 'text', article, Content };
  }
  if (isA('quizzes', article)) {
    const questions = (await quizQuestions(article)).map(questionWords);
    return { ...step, kind: 'quiz', article, questions };
  }
  const visit = isA('events', article)
    ? eventVisit(article)
    : await projectVisit(article as Article<'projects'>);
  return { ...step, kind: 'visit', article: article as Article<'events' | 'projects'>, visit };
}
