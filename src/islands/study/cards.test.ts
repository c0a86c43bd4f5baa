import { expect, test } from 'vitest';
import { card } from '../../../tests/support/sample-study.ts';
import { cardAfter, dueKeys, nextDay } from './cards.ts';
import { dayOf } from './days.ts';

test('asks a wrong answer again the next day, then at growing intervals, until it is known', async () => {
  let now = new Date(2026, 10, 26, 21);
  let kept = await cardAfter(undefined, false, now);
  const days: string[] = [];
  while (kept) {
    const { due } = kept;
    days.push(dayOf(new Date(due)));
    expect(dueKeys({ 'z#1': kept }, now)).toEqual([]);
    // Early in the morning of its day, although the hour of the first answer is later.
    now = new Date(`${dayOf(new Date(due))}T06:00:00`);
    expect(dueKeys({ 'z#1': kept }, now)).toEqual(['z#1']);
    kept = await cardAfter(kept, true, now);
  }
  expect(days[0]).toBe('2026-11-27');
  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(days.length).toBeLessThanOrEqual(6);
});

test('ignores a first right answer, a right answer before its day, and a second wrong one on a day', async () => {
  const now = new Date(card.last_review);
  expect(await cardAfter(undefined, true, now)).toBeUndefined();
  expect(await cardAfter(card, true, now)).toBe(card);
  expect(await cardAfter(card, false, now)).toBe(card);
  const forgotten = await cardAfter(card, false, new Date(card.due));
  expect(forgotten).toMatchObject({ lapses: 1 });
  expect(nextDay({ 'z#1': card, 'z#2': { ...card, due: '2026-11-29T02:00:00.000Z' } })).toBe('2026-11-27');
  expect(nextDay({})).toBeUndefined();
});
