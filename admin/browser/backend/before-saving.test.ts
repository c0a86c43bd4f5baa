import { expect, it } from 'vitest';
import { collectionOf } from '../../../src/model/collections.ts';
import { withDefaults, entrySlugOf } from './before-saving.ts';

const activities = collectionOf('activities');
const notices = collectionOf('notices');
// Still the old year in London, already the new one in Beijing.
const newYear = new Date('2025-12-31T16:30:20Z');

it('fills in the slug and the time of publication, in Beijing time', () => {
  const values = withDefaults(notices, { title: '停水通知' }, newYear);
  expect(values).toEqual({
    title: '停水通知',
    slug: '0101-tingshui-tongzhi',
    published: '2026-01-01T00:30:00+08:00',
  });
  expect(entrySlugOf(notices, values)).toBe('2026/0101-tingshui-tongzhi/index');
});

it('keeps values that are set', () => {
  const values = { title: '停水', slug: 'water', published: '2024-05-01T08:00:00+08:00', body: 'a' };
  expect(withDefaults(notices, values, newYear)).toEqual(values);
});

it.each([
  [{}, '请先填写“标题”，再保存。'],
  [{ title: '联席会议' }, '请先填写“活动日期”，再保存。'],
  [{ title: '联席会议', slug: 'a', date: '2026-02-30' }, '请先填写“活动日期”，再保存。'],
  [{ title: '联席会议', slug: 'a', date: '20266-01-01' }, '现在写的是“20266-01-01”，请核对年月日。'],
  [{ title: '联席会议', slug: 'a', date: '0202-06-01' }, '现在写的是“0202-06-01”，请核对年月日。'],
  [
    { title: '联席会议', slug: '联席', date: '2026-02-03' },
    '“网址名”只能用小写字母、数字和短横，如 0315-lianxi-huiyi，改好后再保存。',
  ],
])('rejects %j', (values, sentence) => {
  expect(() => withDefaults(activities, values)).toThrow(sentence);
});

it('requires nothing for single-file collections', () => {
  const site = collectionOf('site');
  expect(withDefaults(site, { title: '' })).toEqual({ title: '' });
  expect(entrySlugOf(site, {})).toBe('site');
});

it('ignores invisible characters in the title and the slug', () => {
  expect(() => withDefaults(notices, { title: '\u200b\u3164' }, newYear)).toThrow('请先填写“标题”，再保存。');
  expect(withDefaults(notices, { title: '停\u200b水', slug: 'water\ufeff' }, newYear)).toMatchObject({
    title: '停水',
    slug: 'water',
  });
});
