import type { Note, Study } from './records.ts';

/** A summary in words: `2 条路径的学习进度、3 道要再做的题、1 条笔记`. Empty where there is nothing. */
export function amounts({ steps, last, cards }: Study, notes: readonly Note[]): string {
  const paths = new Set([...Object.keys(steps), ...Object.keys(last)]).size;
  const questions = Object.keys(cards).length;
  return [
    paths > 0 && `${String(paths)} 条路径的学习进度`,
    questions > 0 && `${String(questions)} 道要再做的题`,
    notes.length > 0 && `${String(notes.length)} 条笔记`,
  ]
    .filter(Boolean)
    .join('、');
}
