import { letterOf } from '../../model/quiz/presented-question.ts';
import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import { gap, judgements, questionKinds, writingsOf } from '../../model/quiz/question-kinds.ts';

export interface LabelledText {
  /** A, B, C … or 1, 2, 3 … */
  label: string;
  text: string;
}

/** A question for paper and slides: not interactive, with the answer as letter and text. */
export interface QuestionWords {
  number: number;
  kind: string;
  /** The text, split at the gaps; one piece more than there are gaps. */
  pieces: string[];
  /** What to choose from, put in order or pair. */
  choices: LabelledText[];
  /** The other halves of a matching question. */
  partners: LabelledText[];
  answer: string[];
  /** Why a choice is wrong or right, if the editor wrote it. */
  whys: LabelledText[];
  explanation: string;
  basis: string;
  passage: { label: string; address: string };
}

export function questionWords(question: PresentedQuestion): QuestionWords {
  const { number, kind, text, explanation, basis, passage } = question;
  return {
    number,
    kind: questionKinds[kind],
    pieces: text.split(gap),
    choices: [],
    partners: [],
    whys: [],
    ...formats[kind](question),
    explanation,
    basis,
    passage,
  };
}

type QuestionFormat = (
  question: PresentedQuestion,
) => Pick<QuestionWords, 'answer'> & Partial<Pick<QuestionWords, 'choices' | 'partners' | 'whys'>>;

const chosen: QuestionFormat = ({ options }) => {
  const choices = options.map(({ text }, place) => ({ label: letterOf(place), text }));
  return {
    choices,
    answer: choices.flatMap(({ label, text }, place) => (options[place]?.right ? [`${label}. ${text}`] : [])),
    whys: choices.flatMap(({ label }, place) => {
      const why = options[place]?.why;
      return why === undefined ? [] : [{ label, text: why }];
    }),
  };
};

const formats: Record<PresentedQuestion['kind'], QuestionFormat> = {
  single: chosen,
  multiple: chosen,
  judge: ({ truth }) => ({ answer: truth === undefined ? [] : [judgements[truth]] }),
  order: ({ options, shown }) => ({
    choices: shown.map((place, at) => ({ label: letterOf(at), text: options[place]?.text ?? '' })),
    answer: [options.map((_, place) => letterOf(shown.indexOf(place))).join(' → ')],
  }),
  match: ({ options, shown }) => ({
    choices: options.map(({ text }, place) => ({ label: String(place + 1), text })),
    partners: shown.map((place, at) => ({ label: letterOf(at), text: options[place]?.pair ?? '' })),
    answer: options.map((_, place) => `${String(place + 1)} 配 ${letterOf(shown.indexOf(place))}`),
  }),
  blank: ({ options }) => ({
    answer: options.map(
      ({ text }, place) =>
        `${options.length > 1 ? `第 ${String(place + 1)} 空：` : ''}${acceptedAnswers(text)}`,
    ),
  }),
};

/** The first is the answer from the text; the others are also right. */
const acceptedAnswers = (text: string): string => {
  const [first = '', ...others] = writingsOf(text);
  return others.length === 0 ? first : `${first}（写${others.map((each) => `“${each}”`).join('')}也对）`;
};
