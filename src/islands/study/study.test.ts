// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { cardAfter, dueKeys, nextDay, withCard } from './cards.ts';
import { dayOf } from './days.ts';
import type { Note, StoredCard, Study } from './records.ts';
import {
  changeStudy,
  eraseAll,
  isKept,
  notesKey,
  readNotes,
  readStudy,
  studyKey,
  subscribe,
  writeNotes,
} from './store.ts';
import { exported, fileName, importText } from './transfer.ts';

const done = (day: string) => (study: Study) => ({
  ...study,
  steps: { qichu: { ...study.steps['qichu'], 'materials/liubu': day } },
});

const note = (id: string, day: string, text = ''): Note => ({
  id,
  page: '/materials/liubu/',
  title: '六步',
  quote: '先请受妨碍的人',
  before: '',
  after: '',
  text,
  day,
});

const card: StoredCard = {
  due: '2026-11-27T02:00:00.000Z',
  stability: 0.2,
  difficulty: 6,
  elapsed_days: 0,
  scheduled_days: 1,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  last_review: '2026-11-26T02:00:00.000Z',
};

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  eraseAll();
});

test('what is written is read back, by the keys that are stated and no others', () => {
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
])('garbage (%s) is as if nothing had been written', (garbage) => {
  localStorage.setItem(studyKey, garbage);
  localStorage.setItem(notesKey, garbage);
  expect(readStudy()).toEqual({ steps: {}, last: {}, cards: {} });
  expect(readNotes()).toEqual([]);
  changeStudy(done('2026-11-20'));
  expect(readStudy().steps['qichu']).toBeDefined();
});

test('of a damaged or older text the readable pieces are taken', () => {
  localStorage.setItem(
    studyKey,
    JSON.stringify({
      steps: { qichu: { 'materials/liubu': '2026-11-20', 'materials/x': 'gestern', __proto__: {} } },
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

test('what a newer release wrote is neither misread nor cut down', () => {
  const newer = JSON.stringify({ version: 2, steps: { qichu: { 'materials/liubu': '2026-11-20' } } });
  localStorage.setItem(studyKey, newer);
  expect(readStudy().steps).toEqual({});
  changeStudy(done('2026-11-26'));
  expect(localStorage.getItem(studyKey)).toBe(newer);
  expect(isKept()).toBe(false);
  // This page goes on all the same.
  expect(readStudy().steps['qichu']).toEqual({ 'materials/liubu': '2026-11-26' });
});

test('where storage is full or forbidden the page goes on, and says that nothing is kept', () => {
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
  eraseAll();
  expect(readNotes()).toEqual([]);
});

test('changes are told in this tab and from others, until one stops listening', () => {
  const heard = vi.fn();
  const stop = subscribe(heard);
  changeStudy(done('2026-11-20'));
  expect(heard).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new StorageEvent('storage', { key: studyKey }));
  window.dispatchEvent(new StorageEvent('storage', { key: 'hub-recent-searches' }));
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  eraseAll();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(heard).toHaveBeenCalledTimes(2);
});

test('erasing takes the keys themselves away, and nothing else', () => {
  localStorage.setItem('hub-recent-searches', '[]');
  changeStudy(done('2026-11-20'));
  writeNotes([note('a', '2026-11-20')]);
  eraseAll();
  expect(Object.keys(localStorage)).toEqual(['hub-recent-searches']);
  expect(readStudy().steps).toEqual({});
});

test('exported, erased and imported, everything is there again', () => {
  changeStudy((study) =>
    withCard({ ...done('2026-11-20')(study), last: { qichu: 'quizzes/z' } }, 'z#1', card),
  );
  writeNotes([note('a', '2026-11-20')]);
  const [study, file] = [readStudy(), exported('2026-11-26')];
  expect(fileName('2026-11-26')).toBe('gongjian-study-2026-11-26.json');
  eraseAll();
  expect(importText(file)).toEqual({
    ok: true,
    message: '已导入：1 条路径的学习进度、1 道要再做的题、1 条笔记。原来记着的都还在。',
  });
  expect(readStudy()).toEqual(study);
  expect(readNotes()).toEqual([note('a', '2026-11-20')]);
});

test('importing adds and never puts an older state over a newer one', () => {
  changeStudy((study) => ({
    ...withCard(done('2026-11-10')(study), 'z#1', card),
    last: { qichu: 'quizzes/old' },
  }));
  writeNotes([note('a', '2026-11-10', '旧'), note('b', '2026-11-10', '旧')]);
  const file = exported('2026-11-10');
  const answered = { ...card, reps: 2, last_review: '2026-11-27T02:00:00.000Z' };
  changeStudy((study) => ({
    ...withCard(done('2026-11-25')(study), 'z#1', answered),
    last: { qichu: 'quizzes/new' },
  }));
  writeNotes([note('a', '2026-11-25', '新'), note('c', '2026-11-25')]);
  expect(importText(file).ok).toBe(true);
  expect(readStudy()).toEqual({
    steps: { qichu: { 'materials/liubu': '2026-11-25' } },
    last: { qichu: 'quizzes/new' },
    cards: { 'z#1': answered },
  });
  expect(readNotes().map(({ id, text }) => id + text)).toEqual(['a新', 'c', 'b旧']);
});

test.each([
  ['', '这个文件是空的。'],
  ['%PDF-1.7', '这个文件读不出来，可能没有存完整，或者不是学习记录。'],
  ['[1,2]', '这个文件不是学习记录。'],
  ['{"title":"别的文件"}', '这个文件不是学习记录。'],
  ['x'.repeat(8_000_001), '这个文件太大，不像是学习记录。'],
])(
  'a file that is none (%#) is refused with what to choose instead, and nothing changes',
  (text, sentence) => {
    changeStudy(done('2026-11-20'));
    const before = localStorage.getItem(studyKey);
    expect(importText(text)).toEqual({
      ok: false,
      message: `${sentence}请选从“我的学习”导出的文件，名字像 gongjian-study-2026-11-26.json。`,
    });
    expect(localStorage.getItem(studyKey)).toBe(before);
  },
);

test('a file of a newer release, an empty one, and one with damaged pieces each get their sentence', () => {
  const file = (rest: object) => JSON.stringify({ kind: 'gongjian-study', version: 1, ...rest });
  expect(importText(file({ version: 2 })).message).toBe(
    '这个文件是更新的版本导出的，这一页还看不懂。请刷新页面，再导入一次。',
  );
  expect(importText(file({ notes: { version: 3 } })).ok).toBe(false);
  expect(importText(file({})).message).toBe('这个文件里没有可以导入的内容。');
  expect(
    importText(file({ study: { cards: { 'z#1': card, 'z#2': 3 } }, notes: { notes: [{ id: 'a' }] } }))
      .message,
  ).toBe('已导入：1 道要再做的题。原来记着的都还在。有 2 处读不懂，没有导入。');
});

test('a wrong answer comes back the next day, later and later, and leaves when it is known', async () => {
  let now = new Date(2026, 10, 26, 21);
  let kept = await cardAfter(undefined, false, now);
  const days: string[] = [];
  while (kept) {
    const [due] = [kept.due];
    days.push(dayOf(new Date(due)));
    expect(dueKeys({ 'z#1': kept }, now)).toEqual([]);
    // Early in the morning of its day, though the hour of the first answer has not come.
    now = new Date(`${dayOf(new Date(due))}T06:00:00`);
    expect(dueKeys({ 'z#1': kept }, now)).toEqual(['z#1']);
    kept = await cardAfter(kept, true, now);
  }
  expect(days[0]).toBe('2026-11-27');
  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(days.length).toBeLessThanOrEqual(6);
});

test('right at once is not kept; right before its day changes nothing; wrong twice a day counts once', async () => {
  const now = new Date(card.last_review);
  expect(await cardAfter(undefined, true, now)).toBeUndefined();
  expect(await cardAfter(card, true, now)).toBe(card);
  expect(await cardAfter(card, false, now)).toBe(card);
  const forgotten = await cardAfter(card, false, new Date(card.due));
  expect(forgotten).toMatchObject({ lapses: 1 });
  expect(nextDay({ 'z#1': card, 'z#2': { ...card, due: '2026-11-29T02:00:00.000Z' } })).toBe('2026-11-27');
  expect(nextDay({})).toBeUndefined();
});
