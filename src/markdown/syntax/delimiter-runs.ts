import type { StateInline } from 'markdown-it';

/** Stars, waves or underscores written together, and what stands around them. */
export interface DelimiterRun {
  mark: string;
  length: number;
  /** Where the run begins and ends in the text of the paragraph. */
  start: number;
  end: number;
  /** Up to 24 characters before it, and up to 8 behind it. */
  before: string;
  after: string;
}

export interface DelimiterRuns {
  /** The run that the token with this number is a part of. */
  of: (token: number) => DelimiterRun | undefined;
  /** How many runs of this mark and length the paragraph has. */
  count: (run: DelimiterRun) => number;
  /** Whether commas and their like, or blanks, stand between two places of the text. */
  hasComma: (from: number, to: number) => boolean;
  hasBlank: (from: number, to: number) => boolean;
}

// Code, pictures, links' edges and characters escaped on purpose: neither letter nor punctuation, and no mark.
const other = '\ufffc';

/** Reads the tokens of a paragraph before emphasis is made of them, once from left to right. */
export function delimiterRuns({ tokens }: StateInline): DelimiterRuns {
  const begins: number[] = [];
  let text = '';
  for (const { type, content } of tokens) {
    begins.push(text.length);
    text += type === 'text' ? content : type === 'softbreak' || type === 'hardbreak' ? '\n' : other;
  }
  const runs = new Map<number, DelimiterRun>();
  const counts = new Map<string, number>();
  for (const found of text.matchAll(/\*+|_+|~+/g)) {
    const [written] = found;
    const start = found.index;
    const end = start + written.length;
    const run = {
      mark: written.slice(0, 1),
      length: written.length,
      start,
      end,
      before: text.slice(Math.max(0, start - 24), start),
      after: text.slice(end, end + 8),
    };
    for (let at = start; at < end; at++) runs.set(at, run);
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const commas = countsUpTo(text, /[、，；,;]/);
  const blanks = countsUpTo(text, /\s/);
  return {
    of: (token) => runs.get(begins[token] ?? -1),
    count: ({ mark, length }) => counts.get(mark.repeat(length)) ?? 0,
    hasComma: (from, to) => commas[to]! > commas[from]!,
    hasBlank: (from, to) => blanks[to]! > blanks[from]!,
  };
}

/** For every place of the text, how many such characters stand before it. */
function countsUpTo(text: string, wanted: RegExp): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) counts[at + 1] = counts[at]! + (wanted.test(text[at]!) ? 1 : 0);
  return counts;
}
