import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import { withBase } from '../../site/base-path.ts';
import type { Article } from '../entries/article.ts';
import { passageLabel } from './passage-label.ts';
import { shuffled } from './shuffle.ts';

/** The questions of a self-test as presented on the page, by the island and on paper. */
export function quizQuestions({ slug, data }: Article<'quizzes'>): Promise<PresentedQuestion[]> {
  return Promise.all(
    data.questions.map(async ({ number, kind, text, options = [], truth, explanation, basis, passage }) => {
      const places = options.map((_, place) => place);
      const mixed = kind === 'order' || kind === 'match';
      return {
        number,
        kind,
        text,
        options,
        truth,
        shown: mixed ? shuffled(places, `${slug}#${String(number)}`) : places,
        explanation,
        basis,
        passage: { label: await passageLabel(passage), address: withBase(passage) },
      };
    }),
  );
}
