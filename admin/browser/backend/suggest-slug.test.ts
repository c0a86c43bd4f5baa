import { expect, it } from 'vitest';
import { collectionOf } from '../../../src/model/collections.ts';
import { slugPattern } from '../../../src/model/front-matter/read-field.ts';
import { suggestSlug } from './suggest-slug.ts';

const activities = collectionOf('activities');

it.each([
  ['联席会议', '2026-03-15', '0315-lianxi-huiyi'],
  ['“学习”贯彻：绿色社区共建', '2026-03-15', '0315-xuexi-guanche-lvse'],
  ['2026 年 AED 急救培训', '2026-11-02', '1102-2026nian-aedji-jiupei'],
  ['', '2026-03-15', '0315'],
  ['重阳节慰问', '', 'chongyang-jiewei-wen'],
])('suggests for %s on %s: %s', (title, date, slug) => {
  expect(suggestSlug(activities, { title, date })).toBe(slug);
});

it('omits the day in collections without a year in the URL', () => {
  expect(suggestSlug(collectionOf('orgs'), { title: '榕荫里业委会' })).toBe('rongyin-liye-weihui');
});

it('always suggests a short, valid slug', () => {
  for (const title of ['Ａ full-width', 'a'.repeat(90), '——！！', '嗯哼嘚咯噢呣', '〇一二', 'émile']) {
    const slug = suggestSlug(activities, { title, date: '2026-01-31' });
    expect(slug).toMatch(slugPattern);
    expect(slug.length).toBeLessThanOrEqual(40);
  }
});
