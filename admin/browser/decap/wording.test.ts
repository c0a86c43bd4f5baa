import en from 'decap-cms-locales/dist/esm/en/index.js';
import { describe, expect, it } from 'vitest';
import { wording } from './wording.ts';
import type { Wording } from './wording.ts';

const flat = (phrases: Wording, path = ''): [string, string][] =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${path}${key}.`) : [[path + key, value] as [string, string]],
  );
const placeholders = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('the wording', () => {
  const ours = new Map(flat(wording()));
  const theirs = flat(en as Wording);

  it('has every phrase of Decap', () => {
    expect(theirs.filter(([key]) => !ours.has(key)).map(([key]) => key)).toEqual([]);
  });
  it('uses only placeholders that Decap fills in', () => {
    const extra = theirs.filter(([key, text]) =>
      placeholders(ours.get(key) ?? '').some((name) => !placeholders(text).includes(name)),
    );
    expect(extra).toEqual([]);
  });
  it('is Chinese', () => {
    const plain = [...ours].filter(([, text]) => text !== '' && !/[\u4e00-\u9fff]/.test(text));
    // A product name, and a phrase with only a placeholder.
    expect(plain.map(([key]) => key)).toEqual([
      'editor.editorWidgets.markdown.markdown',
      'ui.toast.onFailToAuth',
    ]);
  });
  it('corrects a wrong phrase of Decap: deleting, not downloading', () => {
    expect(ours.get('mediaLibrary.mediaLibraryModal.deleting')).toBe('正在删除……');
  });
});
