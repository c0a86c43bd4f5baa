import en from 'decap-cms-locales/dist/esm/en/index.js';
import { describe, expect, it } from 'vitest';
import { wording } from './wording.ts';
import type { Wording } from './wording.ts';

const flat = (phrases: Wording, path = ''): [string, string][] =>
  Object.entries(phrases).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${path}${key}.`) : [[path + key, value] as [string, string]],
  );
const placeholders = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('the wording of the desk', () => {
  const ours = new Map(flat(wording()));
  const theirs = flat(en as Wording);

  it('has every phrase Decap can say', () => {
    expect(theirs.filter(([key]) => !ours.has(key)).map(([key]) => key)).toEqual([]);
  });
  it('fills in nothing that Decap does not hand over', () => {
    const extra = theirs.filter(([key, text]) =>
      placeholders(ours.get(key) ?? '').some((name) => !placeholders(text).includes(name)),
    );
    expect(extra).toEqual([]);
  });
  it('is Chinese', () => {
    const plain = [...ours].filter(([, text]) => text !== '' && !/[\u4e00-\u9fff]/.test(text));
    // A product's name, and phrases that only pass on what they were given.
    expect(plain.map(([key]) => key)).toEqual([
      'editor.editorWidgets.markdown.markdown',
      'ui.toast.onFailToAuth',
    ]);
  });
  it('does not say that deleting is downloading', () => {
    expect(ours.get('mediaLibrary.mediaLibraryModal.deleting')).toBe('正在删除……');
  });
});
