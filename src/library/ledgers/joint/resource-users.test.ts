import { expect, test } from 'vitest';
import { isUnused, usersOf } from './resource-users.ts';
import type { Ledgers, Row } from '../row.ts';

const resource = (slug: string): Row<'resources'> => ({
  slug,
  address: `/resources/${slug}/`,
  data: { title: slug, slug, kind: 'equipment', org: 'wuye', summary: '借。', since: '2026-01-01' },
});
const service = (slug: string, resources?: string[]): Row<'services'> => ({
  slug,
  address: `/services/${slug}/`,
  data: {
    title: slug,
    slug,
    category: 'help',
    org: 'wuye',
    summary: '借。',
    where: '前台',
    hours: '每天',
    fee: '免费',
    who: '大家',
    verified: '2026-03-01',
    ...(resources ? { resources } : {}),
  },
});
const need = (slug: string, matched?: string): Row<'needs'> => ({
  slug,
  address: `/needs/${slug}/`,
  data: {
    title: slug,
    slug,
    summary: '要。',
    org: 'shequ',
    kind: 'equipment',
    since: '2026-01-02',
    ...(matched ? { resource: matched, matched: '2026-02-01' } : {}),
  },
});
const ledgers: Pick<Ledgers, 'needs' | 'resources' | 'projects' | 'services'> = {
  resources: ['banzi', 'tuiche', 'yizi', 'yingmu'].map(resource),
  services: [service('jie', ['banzi', 'tuiche']), service('lifa')],
  needs: [need('shangxia', 'yizi'), need('kan'), need('ban', 'banzi')],
  projects: [],
};
const using = (slug: string): string[] => {
  const { needs, services } = usersOf(slug, ledgers, '2026-03-15');
  return [...needs.map((match) => match.need.slug), ...services.map((each) => each.slug)];
};

test('counts a resource as used if a service names it, with or without a need', () => {
  expect(using('banzi')).toEqual(['ban', 'jie']);
  expect(using('tuiche')).toEqual(['jie']);
  expect(using('yizi')).toEqual(['shangxia']);
  expect(using('yingmu')).toEqual([]);
  const unused = ledgers.resources.filter(({ slug }) => isUnused(usersOf(slug, ledgers, '2026-03-15')));
  expect(unused.map(({ slug }) => slug)).toEqual(['yingmu']);
});
