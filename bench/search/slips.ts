import { pinyin } from 'pinyin-pro';
import { plainly } from './truth.ts';

/** As an input method left in full width writes it. */
export const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** The characters of the texts by their sound: what an input method offers beside the right one. */
export function soundsAlike(texts: readonly string[]): Map<string, string[]> {
  const characters = new Set(plainly(texts.join('')).match(/[\u4e00-\u9fff]/g) ?? []);
  const bySyllable = new Map<string, string[]>();
  for (const character of characters) {
    const syllable = pinyin(character, { toneType: 'none' });
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
  }
  return bySyllable;
}
