import { Converter } from 'opencc-js';
import type { BenchPage } from './pages.ts';

/** What is right, found by reading every text. Shares no code with the search that is measured. */
export interface Truth {
  /** Pages that hold a string within one block. */
  holding(text: string): Set<number>;
  titleHolding(text: string): Set<number>;
  titled(title: string): Set<number>;
}

export function truthOf(pages: readonly BenchPage[]): Truth {
  const titles = pages.map(({ title }) => plainly(title));
  const texts = pages.map((page) =>
    [page.title, ...page.blocks.map(({ text }) => text)].map(plainly).join('\n'),
  );
  const where = (list: readonly string[], test: (text: string) => boolean): Set<number> =>
    new Set(list.flatMap((text, number) => (test(text) ? [number] : [])));
  return {
    holding: (text) => where(texts, (each) => each.includes(plainly(text))),
    titleHolding: (text) => where(titles, (each) => each.includes(plainly(text))),
    titled: (title) => where(titles, (each) => each === plainly(title)),
  };
}

/** One way to write a text: form, capitals, script, brackets, quotation marks and dashes make no difference. */
export const plainly = (text: string): string =>
  simplified(oneBlank(text.normalize('NFKC')).toLowerCase())
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .replace(/[“”「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/ ?([()"'-]) ?/g, '$1');

/** Blanks mean something between words of letters and numbers only. */
export const oneBlank = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^!-~]) | (?=[^!-~])/g, '')
    .trim();

const converters = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })];
const known = new Map<string, string>();

/** Character by character: a piece of a sentence is then written as it is within the sentence. */
function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const plain = converters.reduce((written, convert) => convert(written), character);
    known.set(character, plain);
    return plain;
  });
}
