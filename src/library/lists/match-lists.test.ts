import { expect, test } from 'vitest';
import type { Row } from '../ledgers/row.ts';
import { matchLists } from './match-lists.ts';

const today = '2026-03-05';

const need = (slug: string, more: Partial<Row<'needs'>['data']> = {}): Row<'needs'> => ({
  slug,
  address: `/needs/${slug}/`,
  data: { title: slug, slug, kind: 'place', org: 'shequ', since: '2026-03-01', summary: '', ...more },
});
const resource = (slug: string, more: Partial<Row<'resources'>['data']> = {}): Row<'resources'> => ({
  slug,
  address: `/resources/${slug}/`,
  data: { title: slug, slug, kind: 'place', org: 'houqin', summary: '', since: '2025-01-01', ...more },
});
const service = (slug: string, resources: string[]) =>
  ({
    slug,
    address: `/services/${slug}/`,
    data: { title: slug, slug, resources },
  }) as unknown as Row<'services'>;
const project = {
  slug: 'ramp',
  address: '/projects/ramp/',
  data: { title: 'ramp', slug: 'ramp', due: '2026-06-30', log: [], sample: true },
} as unknown as Row<'projects'>;

const textOf = ({
  title,
  links,
}: {
  title: string;
  links: { label: string; entries: { title: string }[] }[];
}) => [
  title,
  ...links.map(({ label, entries }) => `${label}：${entries.map((entry) => entry.title).join('、')}`),
];

test('links a need to its resource and project, or to three suitable resources', () => {
  const rooms = ['a', 'b', 'c', 'd'].map((slug) => resource(slug));
  const lists = matchLists(
    {
      needs: [need('waits'), need('met', { matched: '2026-03-02', resource: 'a', project: 'ramp' })],
      resources: rooms,
      projects: [project],
      services: [],
    },
    today,
  );
  expect(lists.needs.map(textOf)).toEqual([
    ['waits', '同类的资源有 4 项：a、b、c'],
    ['met', '资源：a', '项目：ramp'],
  ]);
  expect(lists.needs[0]).toMatchObject({ address: '/needs/waits/', state: { word: '还没配上，等了 4 天' } });
  expect(lists.projects.map(textOf)).toEqual([['ramp', '回应：met']]);
  expect(lists.projects[0]).toMatchObject({ address: '/projects/ramp/', sample: true });
  expect(lists.projects[0]?.state).toHaveProperty('word');
});

test('puts unused resources first and leaves out those no longer on offer', () => {
  const { resources, unused } = matchLists(
    {
      needs: [need('met', { matched: '2026-03-02', resource: 'matched' })],
      resources: [
        resource('matched'),
        resource('idle'),
        resource('lent'),
        resource('gone', { until: '2026-03-04' }),
      ],
      projects: [],
      services: [service('lending', ['lent'])],
    },
    today,
  );
  expect(resources.map(textOf)).toEqual([
    ['idle'],
    ['matched', '配上：met'],
    ['lent', '用到它的服务：lending'],
  ]);
  expect(resources.map(({ state }) => state)).toEqual(['还没有需求和服务用上它', undefined, undefined]);
  expect(unused).toBe(1);
});

test('counts waiting needs and the longest wait', () => {
  const resources = [resource('gone', { until: '2026-02-10' })];
  const counted = (needs: Row<'needs'>[]) => {
    const { waiting, longestWait } = matchLists({ needs, resources, projects: [], services: [] }, today);
    return [waiting, longestWait];
  };
  const lapsed = need('lapsed', { since: '2026-02-01', matched: '2026-02-02', resource: 'gone' });
  expect(counted([lapsed])[0]).toBe(1);
  expect(
    counted([need('new'), need('old', { since: '2026-01-04' }), need('met', { matched: '2026-03-02' })]),
  ).toEqual([2, 60]);
  expect(counted([])).toEqual([0, 0]);
});

test('sorts projects by urgency', () => {
  const due = (slug: string, day: string) =>
    ({ ...project, slug, data: { ...project.data, title: slug, due: day } }) as Row<'projects'>;
  const { projects } = matchLists(
    {
      needs: [],
      resources: [],
      projects: [due('later', '2026-09-01'), due('late', '2026-01-01')],
      services: [],
    },
    today,
  );
  expect(projects.map(({ title }) => title)).toEqual(['late', 'later']);
});
