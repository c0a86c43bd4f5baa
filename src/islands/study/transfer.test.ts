// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { card, done, note } from '../../../tests/support/sample-study.ts';
import { withCard } from './cards.ts';
import { changeStudy, eraseStudy, readNotes, readStudy, studyKey, writeNotes } from './store.ts';
import { exported, fileName, importText } from './transfer.ts';

beforeEach(() => {
  localStorage.clear();
  eraseStudy();
});

test('restores everything from an exported file', () => {
  changeStudy((study) =>
    withCard({ ...done('2026-11-20')(study), last: { qichu: 'quizzes/z' } }, 'z#1', card),
  );
  writeNotes([note('a', '2026-11-20')]);
  const [study, file] = [readStudy(), exported('2026-11-26')];
  expect(fileName('2026-11-26')).toBe('gongjian-study-2026-11-26.json');
  eraseStudy();
  expect(importText(file)).toEqual({
    ok: true,
    message: '已导入：1 条路径的学习进度、1 道要再做的题、1 条笔记。原来记着的都还在。',
  });
  expect(readStudy()).toEqual(study);
  expect(readNotes()).toEqual([note('a', '2026-11-20')]);
});

test('merges an import without replacing newer states by older ones', () => {
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
])('rejects a wrong file (%#), names the right kind of file, and changes nothing', (text, sentence) => {
  changeStudy(done('2026-11-20'));
  const before = localStorage.getItem(studyKey);
  expect(importText(text)).toEqual({
    ok: false,
    message: `${sentence}请选从“我的学习”导出的文件，名字像 gongjian-study-2026-11-26.json。`,
  });
  expect(localStorage.getItem(studyKey)).toBe(before);
});

test('reports files of a newer release, empty files and damaged parts', () => {
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
