import type { PresentedQuestion } from '../../model/quiz/presented-question.ts';
import type { GivenAnswer } from '../../model/quiz/grading.ts';

/** The questions that the page of a self-test contains as data. */
export function questionsIn(page: Document): PresentedQuestion[] {
  const { textContent } = page.querySelector('[data-questions]') ?? {};
  return textContent ? (JSON.parse(textContent) as { questions: PresentedQuestion[] }).questions : [];
}

/** The answers given in the plain form before the island was loaded. On a slow connection that can be many. */
export const draftsIn = (
  form: HTMLElement | null,
  questions: readonly PresentedQuestion[],
): ReadonlyMap<number, GivenAnswer> =>
  new Map(form ? questions.map((question) => [question.number, draftIn(form, question)]) : []);

function draftIn(form: HTMLElement, { number, kind, shown }: PresentedQuestion): GivenAnswer {
  const controls = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    ['', '[]'].map((many) => `[name="question-${String(number)}${many}"]`).join(', '),
  );
  const all = Array.from(controls);
  const isChoice = ({ type }: HTMLInputElement | HTMLSelectElement) =>
    type === 'radio' || type === 'checkbox';
  if (kind !== 'order')
    return all
      .filter((each) => !isChoice(each) || (each as HTMLInputElement).checked)
      .map(({ value }) => value);
  // The plain form asks for the position of each item. A complete and valid answer becomes an order.
  const order = shown.map((_, at) => shown[all.findIndex(({ value }) => value === String(at + 1))]);
  return order.includes(undefined) ? [] : order.map(String);
}
