import { expect, test } from 'vitest';
import { actionFor } from './keys.ts';

const page = { shift: false, modified: false, on: 'page' } as const;

test('moves with arrows, page keys, the space bar and a remote', () => {
  for (const key of ['ArrowRight', 'PageDown', ' ']) expect(actionFor({ ...page, key })).toBe('next');
  for (const key of ['ArrowLeft', 'PageUp']) expect(actionFor({ ...page, key })).toBe('back');
  expect(actionFor({ ...page, key: ' ', shift: true })).toBe('back');
});

test('ignores a remote’s “.” and the arrows up and down', () => {
  for (const key of ['.', 'b', 'ArrowDown', 'ArrowUp', 'Enter', 'Tab'])
    expect(actionFor({ ...page, key })).toBeUndefined();
});

test('leaves the space bar to buttons and the arrows to wide tables', () => {
  expect(actionFor({ ...page, key: ' ', on: 'control' })).toBeUndefined();
  expect(actionFor({ ...page, key: 'ArrowRight', on: 'control' })).toBe('next');
  expect(actionFor({ ...page, key: 'ArrowRight', on: 'table' })).toBeUndefined();
  expect(actionFor({ ...page, key: 'PageDown', on: 'table' })).toBe('next');
});

test('leaves key combinations to the browser', () => {
  expect(actionFor({ ...page, key: 'F5', modified: true })).toBeUndefined();
  expect(actionFor({ ...page, key: 'ArrowLeft', modified: true })).toBeUndefined();
});
