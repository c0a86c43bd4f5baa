import { expect, test } from 'vitest';
import { deedOf } from './keys.ts';

const page = { shift: false, held: false, on: 'page' } as const;

test('arrows, page keys, the space bar and a remote lead on and back', () => {
  for (const key of ['ArrowRight', 'PageDown', ' ']) expect(deedOf({ ...page, key })).toBe('next');
  for (const key of ['ArrowLeft', 'PageUp']) expect(deedOf({ ...page, key })).toBe('back');
  expect(deedOf({ ...page, key: ' ', shift: true })).toBe('back');
});

test('a remote’s “.” and the arrows up and down are left alone', () => {
  for (const key of ['.', 'b', 'ArrowDown', 'ArrowUp', 'Enter', 'Tab'])
    expect(deedOf({ ...page, key })).toBeUndefined();
});

test('on a button the space bar presses it; in a wide table the arrows move the table', () => {
  expect(deedOf({ ...page, key: ' ', on: 'control' })).toBeUndefined();
  expect(deedOf({ ...page, key: 'ArrowRight', on: 'control' })).toBe('next');
  expect(deedOf({ ...page, key: 'ArrowRight', on: 'table' })).toBeUndefined();
  expect(deedOf({ ...page, key: 'PageDown', on: 'table' })).toBe('next');
});

test('keys held with others belong to the browser', () => {
  expect(deedOf({ ...page, key: 'F5', held: true })).toBeUndefined();
  expect(deedOf({ ...page, key: 'ArrowLeft', held: true })).toBeUndefined();
});
