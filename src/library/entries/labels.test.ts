import { expect, test } from 'vitest';
import { collectionsWithTopics } from './grouping.ts';
import { feedSections, hasFeed, labelOf, choiceLabel, sections, wordsOf } from './labels.ts';

test('takes the words of a section from its description', () => {
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

test('lists the sections with a feed in the order of their places', () => {
  // Only here do policies and materials come next to documents.
  expect(feedSections.slice(-4)).toEqual(['documents', 'policies', 'materials', 'monthly']);
  expect(sections.filter(hasFeed).sort()).toEqual([...feedSections].sort());
  expect([hasFeed('activities'), hasFeed('orgs')]).toEqual([true, false]);
});

test('lists the collections that topic pages show', () => {
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
  // Terms have topics too, but are explained inside texts.
  expect(collectionsWithTopics).not.toContain('terms');
});
