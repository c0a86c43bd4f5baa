import { judgements, writingsOf } from './question-kinds.ts';
import type { QuestionKind } from './question-kinds.ts';

/** A question as readers see it: what the editor wrote, and the order of the options. */
export interface PresentedQuestion {
  number: number;
  kind: QuestionKind;
  text: string;
  options: readonly PresentedOption[];
  /** Only for judge. */
  truth?: 'right' | 'wrong' | undefined;
  /** The indexes of the options in the order shown; for match, those of the other halves. */
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

/** The letter of an option, `A` for the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The right answer as text, one line for each item. */
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
