// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const source = await readFile(path.resolve(import.meta.dirname, '../src/islands/mourning.js'), 'utf8');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  document.documentElement.setAttribute('data-mourning', '2026-04-04/2026-04-04 2026-12-13/2026-12-15');
});
afterEach(() => {
  vi.useRealTimers();
  document.documentElement.removeAttribute('data-grey');
});

/** The state of a page at a moment. */
function greyAt(moment: string): boolean {
  vi.setSystemTime(new Date(moment));
  // Run as in the browser: in its own page, without imports.
  window.eval(source);
  return document.documentElement.hasAttribute('data-grey');
}

test.each([
  ['2026-04-03T23:59:59+08:00', false],
  ['2026-04-04T00:00:00+08:00', true],
  ['2026-04-04T23:59:59+08:00', true],
  ['2026-04-05T00:00:00+08:00', false],
  ['2026-12-14T12:00:00+08:00', true],
  ['2026-12-16T00:00:00+08:00', false],
])('at %s the page is grey: %s', (moment, grey) => {
  expect(greyAt(moment)).toBe(grey);
});

test('uses the Beijing day for a reader in another time zone', () => {
  // Still the third in London.
  expect(greyAt('2026-04-03T17:00:00Z')).toBe(true);
});
