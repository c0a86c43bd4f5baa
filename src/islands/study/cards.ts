/**
 * Repeats questions that were answered wrong: first on the next day, then at growing intervals. A question whose next
 * interval would be three weeks or more counts as known, and its card is removed.
 */
import { dayOf } from './days.ts';
import type { StoredCard, Study } from './records.ts';

type Cards = Study['cards'];

const known = 21;

export const isDue = ({ due }: StoredCard, now: Date): boolean => dayOf(new Date(due)) <= dayOf(now);

/** Questions that are due, the oldest first. */
export const dueKeys = (cards: Cards, now: Date): string[] =>
  Object.entries(cards)
    .filter(([, card]) => isDue(card, now))
    .sort(([, a], [, b]) => a.due.localeCompare(b.due))
    .map(([key]) => key);

/** The day on which the next question is due, if there is one. */
export const nextDay = (cards: Cards): string | undefined =>
  Object.values(cards)
    .map(({ due }) => dayOf(new Date(due)))
    .sort()[0];

/**
 * The card of a question after an answer; undefined where it needs none. A right answer before the due day changes
 * nothing, nor does a second wrong one on the same day. The scheduler is loaded only when it is needed.
 */
export async function cardAfter(
  card: StoredCard | undefined,
  isRight: boolean,
  now: Date,
): Promise<StoredCard | undefined> {
  if (isRight && (!card || !isDue(card, now))) return card;
  if (!isRight && card && dayOf(new Date(card.last_review)) === dayOf(now)) return card;
  const { createEmptyCard, fsrs, Rating } = await import('ts-fsrs');
  const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });
  const { card: next } = scheduler.next(
    card ?? createEmptyCard(now),
    now,
    isRight ? Rating.Good : Rating.Again,
  );
  return next.scheduled_days >= known ? undefined : (JSON.parse(JSON.stringify(next)) as StoredCard);
}

export function withCard(study: Study, key: string, card: StoredCard | undefined): Study {
  const { [key]: _, ...others } = study.cards;
  return { ...study, cards: card ? { ...others, [key]: card } : others };
}
