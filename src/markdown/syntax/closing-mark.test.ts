import { expect, test } from 'vitest';
import { ClosingMark } from './closing-mark.ts';

test.each(['<!-- a --> b --> <!-- c', '', '-->', '<!--'.repeat(50), '-->--> -->'])(
  'finds what a search from each position finds: %s',
  (source) => {
    const closing = new ClosingMark('-->');
    for (let at = 0; at <= source.length; at++)
      expect(closing.after(source, at)).toBe(source.indexOf('-->', at));
  },
);

test('does not rely on the order of the positions', () => {
  const closing = new ClosingMark('-->');
  expect([5, 0, 3].map((from) => closing.after('--> -->', from))).toEqual([-1, 0, 4]);
});
