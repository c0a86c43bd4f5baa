// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { card, done, note } from '../../../tests/support/sample-study.ts';
import {
  changeStudy,
  eraseStudy,
  isKept,
  notesKey,
  readNotes,
  readStudy,
  studyKey,
  subscribe,
  writeNotes,
} from './store.ts';

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  eraseStudy();
});

test('reads back what was written, and uses only the two documented keys', () => {
  expect(readStudy()).toEqual({ steps: {}, last: {}, cards: {} });
  changeStudy(done('2026-11-20'));
  writeNotes([note('a', '2026-11-20')]);
  expect(readStudy().steps).toEqual({ qichu: { 'materials/liubu': '2026-11-20' } });
  expect(readNotes()).toEqual([note('a', '2026-11-20')]);
  expect(Object.keys(localStorage).sort()).toEqual([notesKey, studyKey]);
  expect(JSON.parse(localStorage.getItem(studyKey) ?? '')).toMatchObject({ version: 1 });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"steps":[],"cards":3,"last":null}',
  '{"version":1,"steps":{"qichu":7}}',
])('treats garbage (%s) as an empty store', (garbage) => {
  localStorage.setItem(studyKey, garbage);
  localStorage.setItem(notesKey, garbage);
  expect(readStudy()).toEqual({ steps: {}, last: {}, cards: {} });
  expect(readNotes()).toEqual([]);
  changeStudy(done('2026-11-20'));
  expect(readStudy().steps['qichu']).toBeDefined();
});

test('keeps the readable parts of a damaged or older record', () => {
  localStorage.setItem(
    studyKey,
    JSON.stringify({
      steps: { qichu: { 'materials/liubu': '2026-11-20', 'materials/x': 'yesterday', __proto__: {} } },
      last: { qichu: 'quizzes/ziche', 'Not a slug': 'quizzes/ziche' },
      cards: { 'ziche#4': card, 'ziche#5': { ...card, due: 'soon' }, ziche: card },
    }),
  );
  expect(readStudy()).toEqual({
    steps: { qichu: { 'materials/liubu': '2026-11-20' } },
    last: { qichu: 'quizzes/ziche' },
    cards: { 'ziche#4': card },
  });
});

test('neither reads nor overwrites what a newer release wrote', () => {
  const newer = JSON.stringify({ version: 2, steps: { qichu: { 'materials/liubu': '2026-11-20' } } });
  localStorage.setItem(studyKey, newer);
  expect(readStudy().steps).toEqual({});
  changeStudy(done('2026-11-26'));
  expect(localStorage.getItem(studyKey)).toBe(newer);
  expect(isKept()).toBe(false);
  // This page works with its own data.
  expect(readStudy().steps['qichu']).toEqual({ 'materials/liubu': '2026-11-26' });
});

test('goes on without storage, and reports that nothing is kept', () => {
  const device = localStorage;
  const refuse = (): never => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: (key: string) => device.getItem(key), setItem: refuse });
  changeStudy(done('2026-11-20'));
  expect(isKept()).toBe(false);
  expect(readStudy().steps['qichu']).toEqual({ 'materials/liubu': '2026-11-20' });
  vi.stubGlobal('localStorage', device);
  changeStudy((study) => study);
  expect(isKept()).toBe(true);
  expect(localStorage.getItem(studyKey)).toContain('2026-11-20');

  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(readNotes()).toEqual([]);
  writeNotes([note('a', '2026-11-20')]);
  expect(readNotes()).toHaveLength(1);
  expect(isKept()).toBe(false);
  eraseStudy();
  expect(readNotes()).toEqual([]);
});

test('notifies listeners of changes in this tab and in others until they unsubscribe', () => {
  const listener = vi.fn();
  const stop = subscribe(listener);
  changeStudy(done('2026-11-20'));
  expect(listener).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new StorageEvent('storage', { key: studyKey }));
  window.dispatchEvent(new StorageEvent('storage', { key: 'hub-recent-searches' }));
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  eraseStudy();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(listener).toHaveBeenCalledTimes(2);
});

test('erases its own keys and nothing else', () => {
  localStorage.setItem('hub-recent-searches', '[]');
  changeStudy(done('2026-11-20'));
  writeNotes([note('a', '2026-11-20')]);
  eraseStudy();
  expect(Object.keys(localStorage)).toEqual(['hub-recent-searches']);
  expect(readStudy().steps).toEqual({});
});
