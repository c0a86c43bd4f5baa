import { expect, test } from 'vitest';
import { placeOf, quotationAt } from './quotation.ts';

const text = '谁受影响，谁要在场。\n坡道谈成了，充电点没有谈成。\n步子走对了，不保证谈得成。';

test('finds a quotation again', () => {
  const at = text.indexOf('充电点');
  expect(placeOf(text, quotationAt(text, at, at + 8))).toBe(at);
});

test('chooses the passage with the same surroundings', () => {
  const last = text.lastIndexOf('谈');
  expect(placeOf(text, quotationAt(text, last, last + 1))).toBe(last);
});

test('finds a quotation after text was inserted before it', () => {
  const quotation = quotationAt(text, text.indexOf('坡道'), text.indexOf('坡道') + 5);
  expect(placeOf(`新加的一段。坡道很长。\n${text}`, quotation)).toBe(
    '新加的一段。坡道很长。\n'.length + text.indexOf('坡道'),
  );
});

test('does not find a passage that was removed', () => {
  expect(placeOf('全文改写了。', quotationAt(text, 0, 5))).toBeUndefined();
});

test('leaves out blanks at the ends of a selection', () => {
  expect(quotationAt('甲。\n乙 丙\n', 2, 7)).toEqual({ quote: '乙 丙', before: '甲。\n', after: '\n' });
});
