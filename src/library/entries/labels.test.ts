import { expect, test } from 'vitest';
import { collectionsWithTopics } from './grouping.ts';
import { feedSections, hasFeed, labelOf, choiceLabel, sections, wordsOf } from './labels.ts';

test('a section is told in the words of its description', () => {
  expect(wordsOf('orgs')).toEqual({
    section: 'orgs',
    label: '共建单位',
    description: '参与共驻共建的学校党组织、社区党组织、服务单位和社会组织。',
    counter: '家',
    type: '机构信息',
    address: '/orgs/',
  });
  expect(labelOf('orgs', 'shortName')).toBe('简称');
  expect(choiceLabel('policies', 'validity', 'repealed')).toBe('废止');
});

test('feeds are those that are described, in the order of their places', () => {
  // Policies and materials stand beside documents here, elsewhere they do not.
  expect(feedSections.slice(-4)).toEqual(['documents', 'policies', 'materials', 'monthly']);
  expect(sections.filter(hasFeed).sort()).toEqual([...feedSections].sort());
  expect([hasFeed('activities'), hasFeed('orgs')]).toEqual([true, false]);
});

test('a topic is asked of the collections that stand on its page, and of no single entry', () => {
  expect(collectionsWithTopics).toEqual([
    'activities',
    'notices',
    'series',
    'projects',
    'cases',
    'documents',
    'materials',
    'policies',
  ]);
  // Terms name topics as well, and are explained where they are met.
  expect(collectionsWithTopics).not.toContain('terms');
});
