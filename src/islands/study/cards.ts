/**
 * What was answered wrong is asked again, days apart: the first time the next day, and ever later as long as it is
 * remembered. Rule: a question that could wait three weeks by now is known and leaves.
 */
import { dayOf } from './days.ts';
import type { StoredCard, Study } from './records.ts';

type Cards = Study['cards'];

const known = 21;

export const isDue = ({ due }: StoredCard, now: Date): boolean => dayOf(new Date(due)) <= dayOf(now);

/** Questions whose day has come, the longest waiting first. */
export const dueKeys = (cards: Cards, now: Date): string[] =>
  Object.entries(cards)
    .filter(([, card]) => isDue(card, now))
    .sort(([, a], [, b]) => a.due.localeCompare(b.due))
    .map(([key]) => key);

/** The first day on which a question comes back, if any waits. */
export const nextDay = (cards: Cards): string | undefined =>
  Object.values(cards)
    .map(({ due }) => dayOf(new Date(due)))
    .sort()[0];

/**
 * The card of a question after an answer: undefined where there is none, or none any more. A right answer before its
 * day changes nothing, nor does a second wrong one on the same day. The scheduler is fetched only when it is needed.
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
