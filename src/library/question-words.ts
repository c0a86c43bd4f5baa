import type { Data } from '../model/collections.ts';
import { questionKinds } from '../model/question-kinds.ts';

export type Question = Data<'quizzes'>['questions'][number];

export interface Lettered {
  /** A, B, C … or 1, 2, 3 … */
  label: string;
  text: string;
}

/** A question as paper and the wall put it: nothing to press, the answer said in words. */
export interface QuestionWords {
  number: number;
  kind: string;
  /** The words, cut where something is to be filled in; one piece more than there are gaps. */
  pieces: string[];
  /** What one chooses from, puts in order or pairs. */
  choices: Lettered[];
  /** The other halves of a matching question, in an order that gives nothing away. */
  partners: Lettered[];
  answer: string[];
  /** Why a choice is wrong or right, where the editor says so. */
  whys: Lettered[];
  explanation: string;
  basis: string;
  passage: string;
}

export function questionWords(question: Question): QuestionWords {
  const { number, kind, text, explanation, basis, passage } = question;
  const asked = asks[kind](question);
  return {
    number,
    kind: questionKinds[kind],
    pieces: kind === 'blank' ? text.split('____') : [text],
    partners: [],
    whys: [],
    ...asked,
    explanation,
    basis,
    passage,
  };
}

type Asked = Pick<QuestionWords, 'choices' | 'answer'> & Partial<Pick<QuestionWords, 'partners' | 'whys'>>;

const asks: Record<Question['kind'], (question: Question) => Asked> = {
  single: chosen,
  multiple: chosen,
  judge: ({ truth }) => ({
    choices: [],
    answer: [truth === 'right' ? '对' : '不对'],
  }),
  order: (question) => {
    const choices = lettered(mixed(textsOf(question), question.text));
    const letters = textsOf(question).map((text) => labelOf(choices, text));
    return { choices, answer: [letters.join('—'), textsOf(question).join('、')] };
  },
  match: (question) => {
    const choices = textsOf(question).map((text, index) => ({ label: String(index + 1), text }));
    const pairs = (question.options ?? []).map(({ pair = '' }) => pair);
    const partners = lettered(mixed(pairs, question.text));
    return {
      choices,
      partners,
      answer: [pairs.map((pair, index) => `${String(index + 1)}—${labelOf(partners, pair)}`).join('，')],
    };
  },
  blank: (question) => ({
    choices: [],
    answer: textsOf(question).map(
      (text, index) => `${question.options?.length === 1 ? '' : `第 ${String(index + 1)} 空：`}${ways(text)}`,
    ),
  }),
};

function chosen(question: Question): Asked {
  const choices = lettered(textsOf(question));
  const options = question.options ?? [];
  return {
    choices,
    answer: choices.filter((_, index) => options[index]?.right).map(({ label, text }) => `${label}. ${text}`),
    whys: choices.flatMap(({ label }, index) => {
      const why = options[index]?.why;
      return why === undefined ? [] : [{ label, text: why }];
    }),
  };
}

const textsOf = ({ options }: Question): string[] => (options ?? []).map(({ text }) => text);

/** `检查 / 核查`: the first is what the text says, the others are right as well. */
const ways = (text: string): string => {
  const [first = '', ...others] = text.split(' / ');
  return others.length === 0 ? first : `${first}（写“${others.join('”“')}”也对）`;
};

const lettered = (texts: readonly string[]): Lettered[] =>
  texts.map((text, index) => ({ label: String.fromCharCode(65 + index), text }));

const labelOf = (choices: readonly Lettered[], text: string): string =>
  choices.find((choice) => choice.text === text)?.label ?? '';

/**
 * Another order that is the same in every build, so that a booklet printed last month and the wall today agree. Never
 * the order it was given in.
 */
export function mixed<T>(list: readonly T[], seed: string): T[] {
  const [...rest] = list;
  const result: T[] = [];
  let number = 7;
  for (const character of seed) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  while (rest.length > 0) {
    number = (number * 75 + 74) % 65_537;
    result.push(...rest.splice(number % rest.length, 1));
  }
  const same = result.every((each, index) => each === list[index]);
  return same ? [...result.slice(1), ...result.slice(0, 1)] : result;
}
