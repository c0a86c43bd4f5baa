import { pinyin } from 'pinyin-pro';
import { normalised } from './truth.ts';

/** Text typed with an input method in full-width mode. */
export const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** The characters of the texts by syllable: the wrong candidates an input method offers. */
export function soundsAlike(texts: readonly string[]): Map<string, string[]> {
  const characters = new Set(normalised(texts.join('')).match(/[\u4e00-\u9fff]/g) ?? []);
  const bySyllable = new Map<string, string[]>();
  for (const character of characters) {
    const syllable = pinyin(character, { toneType: 'none' });
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
  }
  return bySyllable;
}
