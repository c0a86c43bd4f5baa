import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import type { Section } from './labels.ts';
import { yearLink, yearLinkOf } from './year-link.ts';

const entry = (collection: Section, data: object): Article<Section> =>
  ({ collection, data }) as unknown as Article<Section>;

test('puts a year below its section', () => {
  expect(yearLink('activities', '2026')).toEqual({ label: '2026 年', address: '/activities/2026/' });
});

test('takes the year from the date field of the collection', () => {
  expect(yearLinkOf(entry('events', { start: '2025-12-31T23:30:00+08:00' }))?.address).toBe('/events/2025/');
  expect(yearLinkOf(entry('concerns', { received: '2024-02-29' }))?.label).toBe('2024 年');
});

test('gives no link if the address has no year', () => {
  expect(yearLinkOf(entry('policies', { published: '2026-01-01', issued: '2026-01-01' }))).toBeUndefined();
});
