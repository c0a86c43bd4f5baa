import { expect, test } from 'vitest';
import { headerLinks } from './header-links.ts';

const link = (address: string, label: string) => ({ address, label, description: '' });
const groups = [
  {
    address: '/voices/',
    label: '民情议事',
    description: '',
    parts: [],
    links: [
      link('/channel/', '我要反映'),
      link('/concerns/', '民情'),
      link('/concerns/statistics/', '民情统计'),
    ],
  },
  {
    address: '/services/',
    label: '便民生活',
    description: '',
    parts: [],
    links: [link('/services/', '服务')],
  },
];
const marked = (links: readonly { label: string; current: string | undefined }[] = []): string[] =>
  links.flatMap(({ label, current }) => (current === undefined ? [] : [`${label} ${current}`]));

test('puts home before the groups and search after them', () => {
  expect(headerLinks(groups, '/').main).toEqual([
    { address: '/', label: '首页', current: 'page' },
    { address: '/voices/', label: '民情议事', current: undefined },
    { address: '/services/', label: '便民生活', current: undefined },
    { address: '/search/', label: '搜索', current: undefined },
  ]);
});

test('marks the group of a page, and the longest link that its address starts with', () => {
  const { main, group } = headerLinks(groups, '/concerns/statistics/2026-q3/');
  expect(marked(main)).toEqual(['民情议事 true']);
  expect(group?.label).toBe('民情议事');
  expect(marked(group?.links)).toEqual(['民情统计 true']);
  expect(marked(headerLinks(groups, '/concerns/').group?.links)).toEqual(['民情 page']);
  expect(marked(headerLinks(groups, '/concerns/2026/deng/').group?.links)).toEqual(['民情 true']);
});

test('gives a group of one link no second row, and marks nothing without an address', () => {
  const services = headerLinks(groups, '/services/');
  expect(services.group).toBeUndefined();
  expect(marked(services.main)).toEqual(['便民生活 page']);
  const nowhere = headerLinks(groups, '');
  expect([marked(nowhere.main), nowhere.group]).toEqual([[], undefined]);
});
