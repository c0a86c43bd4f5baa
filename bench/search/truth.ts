import { Converter } from 'opencc-js';
import type { BenchPage } from './bench-pages.ts';

/** The correct results, found by scanning every text. Shares no code with the measured search. */
export interface Truth {
  /** Pages with the string within one block. */
  holding(text: string): Set<number>;
  titleHolding(text: string): Set<number>;
  titled(title: string): Set<number>;
}

export function truthOf(pages: readonly BenchPage[]): Truth {
  const titles = pages.map(({ title }) => normalised(title));
  const texts = pages.map((page) =>
    [page.title, ...page.blocks.map(({ text }) => text)].map(normalised).join('\n'),
  );
  const where = (list: readonly string[], test: (text: string) => boolean): Set<number> =>
    new Set(list.flatMap((text, number) => (test(text) ? [number] : [])));
  return {
    holding: (text) => where(texts, (each) => each.includes(normalised(text))),
    titleHolding: (text) => where(titles, (each) => each.includes(normalised(text))),
    titled: (title) => where(titles, (each) => each === normalised(title)),
  };
}

/** Normalises a text: Unicode form, case, script, brackets, quotation marks and dashes make no difference. */
export const normalised = (text: string): string =>
  simplified(collapsedSpaces(text.normalize('NFKC')).toLowerCase())
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .replace(/[“”「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/ ?([()"'-]) ?/g, '$1');

/** Spaces matter only between words of Latin letters and digits. */
export const collapsedSpaces = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^!-~]) | (?=[^!-~])/g, '')
    .trim();

const converters = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })];
const known = new Map<string, string>();

/** Character by character, so that a piece of a sentence converts as it does in the whole sentence. */
function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => {
    const cached = known.get(character);
    if (cached !== undefined) return cached;
    const plain = converters.reduce((written, convert) => convert(written), character);
    known.set(character, plain);
    return plain;
  });
}
