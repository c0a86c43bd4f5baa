import { judgements, writingsOf } from './question-kinds.ts';
import type { QuestionKind } from './question-kinds.ts';

/** A question as it is put to a reader: what the editor wrote, and the order in which its parts are shown. */
export interface PresentedQuestion {
  number: number;
  kind: QuestionKind;
  text: string;
  options: readonly PresentedOption[];
  /** Of judge. */
  truth?: 'right' | 'wrong' | undefined;
  /** Places of the options as they are shown; of match, of the other halves. */
  shown: readonly number[];
  explanation: string;
  basis: string;
  passage: { label: string; address: string };
}

export interface PresentedOption {
  text: string;
  right?: boolean | undefined;
  pair?: string | undefined;
  why?: string | undefined;
}

/** `A`, as paper and teachers name options. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The right answer in words, one line for each part of it. */
export function answerLines({ kind, options, truth }: PresentedQuestion): string[] {
  switch (kind) {
    case 'single':
    case 'multiple':
      return options.flatMap(({ text, right }, place) => (right ? [`${letterOf(place)}. ${text}`] : []));
    case 'judge':
      return truth === undefined ? [] : [`这句话${judgements[truth]}`];
    case 'order':
      return options.map(({ text }, place) => `${String(place + 1)}. ${text}`);
    case 'match':
      return options.map(({ text, pair = '' }) => `${text} —— ${pair}`);
    case 'blank':
      return options.map(({ text }, place) => {
        const [first = '', ...others] = writingsOf(text);
        const also = others.length > 0 ? `（也可以写${others.map((other) => `“${other}”`).join('、')}）` : '';
        return `${options.length > 1 ? `第 ${String(place + 1)} 空：` : ''}${first}${also}`;
      });
  }
}
