import type { StateInline } from 'markdown-it';

/** A run of stars, tildes or underscores, with the text around it. */
export interface DelimiterRun {
  mark: string;
  length: number;
  /** Start and end in the text of the paragraph. */
  start: number;
  end: number;
  /** Up to 24 characters before it, and up to 8 after it. */
  before: string;
  after: string;
}

export interface DelimiterRuns {
  /** The run that contains the token with this index. */
  of: (token: number) => DelimiterRun | undefined;
  /** How many runs of this character and length the paragraph has. */
  count: (run: DelimiterRun) => number;
  /** Whether there are commas and similar marks, or spaces, between two positions of the text. */
  hasComma: (from: number, to: number) => boolean;
  hasSpace: (from: number, to: number) => boolean;
}

// For code, images, edges of links and escaped characters: neither letter nor punctuation, and no delimiter.
const placeholder = '\ufffc';

/** Reads the tokens of a paragraph once, before emphasis is made. */
export function delimiterRuns({ tokens }: StateInline): DelimiterRuns {
  const begins: number[] = [];
  let text = '';
  for (const { type, content } of tokens) {
    begins.push(text.length);
    text += type === 'text' ? content : type === 'softbreak' || type === 'hardbreak' ? '\n' : placeholder;
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
  const spaces = countsUpTo(text, /\s/);
  return {
    of: (token) => runs.get(begins[token] ?? -1),
    count: ({ mark, length }) => counts.get(mark.repeat(length)) ?? 0,
    hasComma: (from, to) => commas[to]! > commas[from]!,
    hasSpace: (from, to) => spaces[to]! > spaces[from]!,
  };
}

/** For every position of the text, the number of such characters before it. */
function countsUpTo(text: string, wanted: RegExp): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) counts[at + 1] = counts[at]! + (wanted.test(text[at]!) ? 1 : 0);
  return counts;
}
