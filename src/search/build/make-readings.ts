import { pinyin } from 'pinyin-pro';
import { fold } from '../format/fold.ts';
import type { Variants } from '../format/fold.ts';
import type { PageText } from './page-content.ts';
import type { WrittenHeadings, WrittenReadings } from '../query/readings.ts';

/**
 * The readings of characters, for queries in pinyin and for typing errors that sound the same. Keeps every reading of a
 * character, so the right one is always among them. Runs only in the build.
 */
export function makeReadings(
  seen: ReadonlyMap<string, number>,
  variants: Variants = new Map(),
): WrittenReadings {
  const bySyllable = new Map<string, Set<string>>();
  for (const character of new Set([...everyday(), ...seen.keys(), ...variants.keys()])) {
    if (!/^[\u3400-\u9FFF]$/.test(character)) continue;
    // In the index 著 may also represent 着; then it has the readings of both.
    const written = variants.get(character) ?? character;
    for (const syllable of syllablesOf(character))
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? new Set()).add(written));
  }
  const sorted = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([syllable, characters]) => [syllable, [...characters].join('')]));
}

/** People type 绿 as lv, and as often as lu. */
function syllablesOf(character: string): string[] {
  const read = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  return read.filter((each) => /^[a-z]+$/.test(each)).flatMap((each) => [each, each.replace('v', 'u')]);
}

/** The 3,755 everyday characters of GB 2312: a character typed by mistake may not occur on the site. */
function everyday(): string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 40 }, (_, row) => 0xb0 + row);
  return rows.flatMap((row) => [
    ...decoder.decode(
      Uint8Array.from({ length: 94 * 2 }, (_, at) => (at % 2 === 0 ? row : 0xa1 + (at >> 1))),
    ),
  ]);
}

/** Headings for search by sound, without numbering: 第三章 食品安全 is 食品安全. */
export function makeHeadings(pages: readonly PageText[], variants: Variants): WrittenHeadings {
  const byText = new Map<string, Set<number>>();
  pages.forEach(({ blocks, title }, number) => {
    for (const { text, heading } of blocks) {
      if (heading === undefined || text === title) continue;
      const plain = fold(text, variants).text.replace(numbering, '');
      if (!/^[\u3400-\u9FFF]{2}/.test(plain) || plain.length > 30) continue;
      byText.set(plain, (byText.get(plain) ?? new Set()).add(number));
    }
  });
  const sorted = [...byText].sort();
  return {
    texts: sorted.map(([text]) => text),
    pages: sorted.map(([, numbers]) => [...numbers].map((each) => each.toString(36)).join('.')).join(','),
  };
}

const numbering =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[编章节条款部分]+|[(]?[一二三四五六七八九十\d]+[)、.]+)/;
