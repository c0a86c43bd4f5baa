import { expect, test } from 'vitest';
import { calendarSafe, jsonSafe, xmlSafe } from './output-safety.ts';

/** Char in XML 1.0 (section 2.2). */
const isChar = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

test('xmlSafe keeps exactly the characters that XML allows', () => {
  const wrong = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const kept = xmlSafe(String.fromCodePoint(code)) !== '';
    if (kept !== isChar(code)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('jsonSafe replaces lone surrogates at any depth', () => {
  const text = jsonSafe({ a: '一\ud842', b: [{ c: '\udfb7二', d: 3 }], e: '𠮷' });
  expect(JSON.parse(text)).toEqual({ a: '一\ufffd', b: [{ c: '\ufffd二', d: 3 }], e: '𠮷' });
  expect(text).not.toMatch(/\\ud/i);
});

test('calendarSafe keeps one kind of line break and no control characters', () => {
  expect(calendarSafe('一\r\n二\r三\u000b四\u2028五\u0000\u001b六\t七\ud842')).toBe(
    '一\n二\n三\n四\n五六\t七\ufffd',
  );
});
