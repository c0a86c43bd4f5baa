import type { AskedQuestion } from '../model/asked-question.ts';
import { atBase } from '../site/address.ts';
import type { Article } from './article.ts';
import { passageLabel } from './passages.ts';
import { shuffled } from './shuffle.ts';

/** The questions of a self-test as they are asked, on the page, by the island and on paper. */
export function askedQuestions({ slug, data }: Article<'quizzes'>): Promise<AskedQuestion[]> {
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
        passage: { label: await passageLabel(passage), address: atBase(passage) },
      };
    }),
  );
}
