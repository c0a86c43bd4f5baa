import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventMark } from './event-lines.ts';
import type { Row } from '../ledgers/row.ts';

const event = (more: Partial<Row<'events'>['data']>): Row<'events'> => ({
  slug: 'e',
  address: '/events/2026/e/',
  data: {
    title: '义诊',
    slug: 'e',
    published: '2026-03-01T09:00:00+08:00',
    state: 'confirmed',
    start: '2026-03-05T09:00:00+08:00',
    end: '2026-03-05T11:00:00+08:00',
    place: '广场',
    summary: '',
    orgs: ['shequ'],
    ...more,
  },
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-04T12:00:00+08:00') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('shows an upcoming event as such until it is over, then as unreported', () => {
  expect(eventMark(event({}))).toMatchObject({
    tone: 'good',
    holds: expect.stringContaining('2026-03-05'),
    then: '已过，还没有报道',
  });
  expect(eventMark(event({ state: 'planned' }))).toMatchObject({ tone: 'plain', then: '已过，还没有报道' });
});

test('keeps a cancelled event cancelled on any day', () => {
  const mark = eventMark(event({ state: 'cancelled', cancelReason: '下雨' }));
  expect(mark.tone).toBe('caution');
  expect(mark).not.toHaveProperty('holds');
});

test('says that a past event has no report', () => {
  vi.setSystemTime(new Date('2026-03-09T12:00:00+08:00'));
  expect(eventMark(event({}))).toEqual({ word: '已过，还没有报道', tone: 'plain' });
  expect(eventMark(event({ state: 'held' })).word).not.toBe('已过，还没有报道');
});
