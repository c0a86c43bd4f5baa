import { expect, test } from 'vitest';
import { pageTags } from './meta-tags.ts';

const names = (...given: Parameters<typeof pageTags>) => pageTags(...given).map(({ name }) => name);

test('gives the home page only the site tags that have a value', () => {
  expect(names({ title: '共建枢纽', domain: 'hub.example.edu.cn', identifier: '' })).toEqual([
    'SiteName',
    'SiteDomain',
  ]);
});

test('adds column, title, date and source for an article', () => {
  const tags = pageTags(
    { title: '共建枢纽' },
    { name: '共建动态', type: '工作动态' },
    {
      title: '第三次联席会议',
      date: '2026-03-16 09:30',
      source: '后勤党总支',
      url: 'https://hub.example.edu.cn/activities/2026/0316-lianxi-huiyi/',
    },
  );
  expect(tags).toContainEqual({ name: 'PubDate', content: '2026-03-16 09:30' });
  expect(tags.map(({ name }) => name)).toEqual([
    'SiteName',
    'ColumnName',
    'ColumnType',
    'ArticleTitle',
    'PubDate',
    'ContentSource',
    'Url',
  ]);
});
