import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { isExpired, currentNotices } from './notices-in-force.ts';

test('expires a notice the day after its last day', () => {
  expect(
    ['2026-11-27', '2026-11-28', '2026-11-29'].map((day) => isExpired({ expires: '2026-11-28' }, day)),
  ).toEqual([false, false, true]);
  expect(isExpired({}, '2099-01-01')).toBe(false);
});

test('puts important notices first and leaves out expired ones', () => {
  const notice = (slug: string, expires: string, important: boolean) =>
    ({ collection: 'notices', slug, data: { title: slug, expires, important } }) as Article<'notices'>;
  const given = [
    notice('菜单', '2026-12-31', false),
    notice('停水', '2026-11-28', true),
    notice('旧闻', '2026-01-01', true),
  ];
  expect(currentNotices(given, '2026-11-20').map(({ slug }) => slug)).toEqual(['停水', '菜单']);
});
