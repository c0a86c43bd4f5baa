import { expect, test } from 'vitest';
import { makeReadings } from '../build/make-readings.ts';
import { normalizePinyin, pinyinSpanIn } from './pinyin.ts';
import { charactersSoundingLike } from './readings.ts';

const readings = new Map<string, string[]>();
for (const [syllable, characters] of Object.entries(makeReadings(new Map()))) {
  for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
}

test.each([
  ['老年食堂', 'laonianshitang', 4],
  ['老年食堂', 'laoniansh', 3],
  ['老年食堂', 'lnst', 0],
  ['共驻共建', 'gongzhu共建', 4],
  ['重阳节', 'chongyangjie', 3],
  ['重要通知', 'zhongyao', 2],
  ['银行', 'yinhang', 2],
  ['绿化', 'lvhua', 2],
  ['绿化', 'luhua', 2],
  ['女儿', 'nver', 2],
  ['女儿', 'nuer', 2],
  ['绿色', 'lǜsè', 2],
  ['西安', "xi'an", 2],
  ['大夫长辈成长', 'daifuzhangbeichengzhang', 6],
  ['会计调查参加供给行政', 'kuaijidiaochacanjiagongjixingzheng', 10],
  ['创建linux文件系统', 'chuangjianwenjianxitong', 6],
  ['创建linux文件系统', 'linuxwenjian', 7],
  ['《支部工作条例》：五处', 'tiaoliwuchu', 4],
])('%s matches %s', (title, typed, full) => {
  expect(pinyinSpanIn(title, normalizePinyin(typed), readings)?.full).toBe(full);
});

test('reads a character that represents its variants as all of them', () => {
  const made = makeReadings(new Map([['着', 2]]), new Map([['著', '着']]));
  expect(made['zhu']).toContain('着');
});

test('does not match other sounds', () => {
  expect(pinyinSpanIn('老年食堂', 'shetuan', readings)).toBeUndefined();
  expect(pinyinSpanIn('老年食堂', 'tanglao', readings)).toBeUndefined();
  expect(pinyinSpanIn('先进', normalizePinyin("xi'an"), readings)).toBeUndefined();
  // Only a Latin word at this very position may be skipped.
  expect(pinyinSpanIn('文件甲系ab', 'wenxi', readings)).toBeUndefined();
});

test('treats sounds that people mix up as similar', () => {
  expect(charactersSoundingLike(readings, '食')).toContain('实');
  expect(charactersSoundingLike(readings, '食')).toContain('丝');
  expect(charactersSoundingLike(readings, '南')).toContain('兰');
  expect(charactersSoundingLike(readings, '食')).not.toContain('堂');
});
