import { expect, test } from 'vitest';
import {
  isUnreported,
  lastDayOf,
  missesReport,
  monthOf,
  monthsOf,
  startingIn,
  untilOver,
  upcoming,
} from './event-days.ts';
import type { Row } from '../row.ts';

const event = (slug: string, start: string, more: Partial<Row<'events'>['data']> = {}): Row<'events'> => ({
  slug,
  address: `/events/2026/${slug}/`,
  data: {
    title: slug,
    slug,
    published: '2026-03-01T09:00:00+08:00',
    state: 'confirmed',
    start: `${start}T09:00:00+08:00`,
    place: '',
    summary: '',
    orgs: ['shequ'],
    ...more,
  },
});

test('builds a month of whole weeks from Monday, with an event on each of its days', () => {
  const trip = event('trip', '2026-03-30', { end: '2026-04-01T17:00:00+08:00' });
  const weeks = monthOf([trip], '2026-03');
  expect(weeks.map((week) => week[0]?.day)).toEqual([
    '2026-02-23',
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
    '2026-03-23',
    '2026-03-30',
  ]);
  expect(
    weeks
      .flat()
      .filter(({ events }) => events.length > 0)
      .map(({ day, inMonth }) => [day, inMonth]),
  ).toEqual([
    ['2026-03-30', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ]);
  expect(lastDayOf(trip)).toBe('2026-04-01');
  expect(monthsOf([trip, event('x', '2025-12-31')], '2026-02-10')).toEqual([
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
  ]);
  expect(monthsOf([], '2026-02-10')).toEqual(['2026-02']);
  // A mistyped year adds its own month, and not those between.
  const far = monthsOf([event('x', '9999-12-31'), event('y', '1900-01-01')], '2026-02-10');
  expect([far[0], far[1], far.at(-2), far.at(-1), far.length]).toEqual([
    '1900-01',
    '2021-02',
    '2031-02',
    '9999-12',
    123,
  ]);
  expect(monthOf([event('x', '9999-12-31')], '9999-12').length).toBe(5);
});

test('lists a cancelled event until its day, and misses the report of a held one after 14 days', () => {
  const cancelled = event('cancelled', '2026-03-10', { state: 'cancelled' });
  const held = event('held', '2026-03-10', { state: 'held' });
  expect(
    upcoming([event('later', '2026-03-20'), cancelled, held], '2026-03-10').map(({ slug }) => slug),
  ).toEqual(['later', 'cancelled']);
  expect(upcoming([cancelled], '2026-03-11')).toEqual([]);
  expect(missesReport(held, '2026-03-24')).toBe(false);
  expect(missesReport(held, '2026-03-25')).toBe(true);
  expect(missesReport(cancelled, '2026-12-31')).toBe(false);
});

test('is unreported from the day after, unless cancelled', () => {
  const fair = event('fair', '2026-03-14', { end: '2026-03-15T12:00:00+08:00' });
  expect(isUnreported(fair, '2026-03-15')).toBe(false);
  expect(isUnreported(fair, '2026-03-16')).toBe(true);
  expect(isUnreported(event('off', '2026-03-14', { state: 'cancelled' }), '2026-03-16')).toBe(false);
});

test('is over at its end, or at the end of its day if it has none', () => {
  const until = (end?: string): string =>
    untilOver(event('x', '2026-03-10', end === undefined ? {} : { end: `${end}+08:00` }));
  expect(until('2026-03-10T10:40:00')).toBe('/2026-03-10T10:40');
  expect(until('2026-03-12T17:00')).toBe('/2026-03-12T17:00');
  expect(until()).toBe('/2026-03-10');
});

test('lists the events that start in a month, earliest first', () => {
  const trip = event('trip', '2026-02-27', { end: '2026-03-02T17:00:00+08:00' });
  const events = [
    event('late', '2026-03-31'),
    event('early', '2026-03-01'),
    event('next', '2026-04-01'),
    trip,
  ];
  expect(startingIn(events, '2026-03').map(({ slug }) => slug)).toEqual(['early', 'late']);
});
