import { expect, test } from 'vitest';
import { headerWays } from './header-links.ts';

const way = (address: string, label: string) => ({ address, label, description: '' });
const groups = [
  {
    address: '/voices/',
    label: '民情议事',
    description: '',
    parts: [],
    ways: [way('/channel/', '我要反映'), way('/concerns/', '民情'), way('/concerns/statistics/', '民情统计')],
  },
  { address: '/services/', label: '便民生活', description: '', parts: [], ways: [way('/services/', '服务')] },
];
const marked = (links: readonly { label: string; current: string | undefined }[] = []): string[] =>
  links.flatMap(({ label, current }) => (current === undefined ? [] : [`${label} ${current}`]));

test('the first page and search stand around the groups', () => {
  expect(headerWays(groups, '/').main).toEqual([
    { address: '/', label: '首页', current: 'page' },
    { address: '/voices/', label: '民情议事', current: undefined },
    { address: '/services/', label: '便民生活', current: undefined },
    { address: '/search/', label: '搜索', current: undefined },
  ]);
});

test('a page marks its group, and of its ways the longest it lies below', () => {
  const { main, group } = headerWays(groups, '/concerns/statistics/2026-q3/');
  expect(marked(main)).toEqual(['民情议事 true']);
  expect(group?.label).toBe('民情议事');
  expect(marked(group?.links)).toEqual(['民情统计 true']);
  expect(marked(headerWays(groups, '/concerns/').group?.links)).toEqual(['民情 page']);
  expect(marked(headerWays(groups, '/concerns/2026/deng/').group?.links)).toEqual(['民情 true']);
});

test('a group of one way has no second row, and a page without address marks nothing', () => {
  const services = headerWays(groups, '/services/');
  expect(services.group).toBeUndefined();
  expect(marked(services.main)).toEqual(['便民生活 page']);
  const nowhere = headerWays(groups, '');
  expect([marked(nowhere.main), nowhere.group]).toEqual([[], undefined]);
});
