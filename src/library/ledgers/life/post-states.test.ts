import { expect, test } from 'vitest';
import { postState, postsByState } from './post-states.ts';
import type { Row } from '../row.ts';

const post = (slug: string, expires: string, filled?: string): Row<'posts'> => ({
  slug,
  address: `/posts/${slug}/`,
  data: {
    title: slug,
    slug,
    org: 'shitang',
    published: '2026-03-01',
    expires,
    kind: 'job',
    summary: '',
    hours: '',
    pay: '',
    places: 2,
    where: '',
    howToApply: '',
    filled,
  },
});

test('keeps a post open on its last day, then archives it', () => {
  expect(postState(post('a', '2026-03-31'), '2026-03-31')).toBe('open');
  expect(postState(post('a', '2026-03-31'), '2026-04-01')).toBe('expired');
  expect(postState(post('a', '2026-03-31', '2026-03-20'), '2026-03-19')).toBe('open');
  expect(postState(post('a', '2026-03-31', '2026-03-20'), '2026-03-20')).toBe('filled');
  const { open, archive } = postsByState(
    [
      post('late', '2026-05-01'),
      post('soon', '2026-04-05'),
      post('gone', '2026-03-02'),
      post('full', '2026-05-01', '2026-03-03'),
    ],
    '2026-04-01',
  );
  expect(open.map(({ slug }) => slug)).toEqual(['soon', 'late']);
  expect(archive.map(({ slug }) => slug)).toEqual(['full', 'gone']);
});
