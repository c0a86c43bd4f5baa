import { expect, test } from 'vitest';
import { stepCounter } from './regex-steps.ts';

const texts = [
  '',
  'a',
  'aaa aaa\nbbb',
  '**字**，《共建》 a_b 𠮷x',
  'https://a.cn/b?c=1#d （见附件）.docx',
  '2026-03-01T08:00 第十二条、第3款',
  '<b>字</b><!-- a -->',
  '“甲”：“乙”',
];
const patterns = [
  /a*b|a+/g,
  /(a+)+$/,
  /^(?:a|aa)*?b/m,
  /(?<!a)b(?=b)/g,
  /(?<=\*\*)[^*]{1,3}(?<!字)/u,
  /(["“])([^"”]*)(?:\1|”)/g,
  /\p{Script=Han}+?(?!\p{L})/gu,
  /[^\s,，]{2,}?\b/y,
  /^\s*$|\bcn\b/im,
  /(?<year>\d{4})-(?<month>\d\d)(?:-\k<year>)?/,
  /.[^]?$/su,
  /(?:)/g,
  /<(\/?)([a-z]+)(\s[^<>]*)?\/?>/gi,
];

test.each(patterns)('finds what V8 finds, from every position: %s', (pattern) => {
  for (const text of texts) {
    for (let from = 0; from <= text.length; from++) {
      const native = new RegExp(pattern.source, pattern.flags.replace('g', '') + (pattern.sticky ? '' : 'g'));
      native.lastIndex = from;
      const found = native.exec(text);
      const span = stepCounter(native).search(text, from);
      expect(span).toEqual(found ? { start: found.index, end: found.index + found[0].length } : undefined);
    }
  }
});

test.each([
  [/\s+$/, 4],
  [/a[^b]*b/, 4],
  [/^(?:a|b)*c/, 2],
  [/[^a]a/, 2],
])('counts what a longer text costs: %s', (pattern, times) => {
  const steps = (length: number): number => {
    const counter = stepCounter(pattern);
    counter.steps = 0;
    counter.search(`${(pattern.source.startsWith('\\s') ? ' ' : 'a').repeat(length)}.`, 0);
    return counter.steps;
  };
  expect(steps(400) / steps(200)).toBeCloseTo(times, 0);
});
