import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import type { BenchPage } from './bench-pages.ts';
import { randomFrom } from './random.ts';
import { fullWidth, soundsAlike } from './slips.ts';
import { collapsedSpaces } from './truth.ts';
import type { Truth } from './truth.ts';

export interface Query {
  kind: string;
  typed: string;
  /** Numbers of the correct pages. */
  right: Set<number>;
  /** The page that should come first, if there is one. */
  best?: number;
  /** The suggestion expected for a typo. */
  meant?: string;
}

/** Kinds for which exactly the correct pages must be found. */
export const exactKinds = [
  '2 characters',
  '3-4 characters',
  '5-8 characters',
  'across punctuation',
  'title words',
  'title pieces',
  'whole titles',
  'two terms',
  'document numbers',
  'numbers as typed',
  'dates',
  'Latin and digits',
  'Traditional',
  'full width',
];

/**
 * Queries taken from the texts by a seeded procedure, not by hand. For each kind it draws a text, a block and a position
 * until it has the wanted number of different queries.
 */
export function makeQueries(pages: readonly BenchPage[], truth: Truth, seed: number): Query[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const blocks = pages.flatMap((page) => page.blocks.map(({ text }) => text));
  const titles = pages.map(({ title }) => title);

  /** A piece of a text with this many characters, if it matches. */
  const piece = (text: string, length: number, allowed: RegExp): string | undefined => {
    const characters = [...collapsedSpaces(text.normalize('NFKC'))];
    if (characters.length < length) return undefined;
    const start = between(0, characters.length - length);
    const cut = characters
      .slice(start, start + length)
      .join('')
      .trim();
    return allowed.test(cut) ? cut : undefined;
  };
  const fromBlock =
    (least: number, most: number, allowed = han) =>
    (): string | undefined =>
      piece(pick(blocks), between(least, most), allowed);
  const found = (pattern: RegExp): (() => string | undefined) => {
    const all = blocks.flatMap((text) => collapsedSpaces(text.normalize('NFKC')).match(pattern) ?? []);
    return () => (all.length === 0 ? undefined : pick(all));
  };
  const uniqueTitle = (): number => {
    for (;;) {
      const number = Math.floor(random() * titles.length);
      if (truth.titled(titles[number] ?? '').size === 1) return number;
    }
  };
  const queries: Query[] = [];
  const make = (kind: string, count: number, draw: () => Omit<Query, 'kind'> | undefined): void => {
    const seen = new Set<string>();
    for (let tries = 0; seen.size < count && tries < count * 400; tries++) {
      const query = draw();
      if (!query || seen.has(query.typed)) continue;
      seen.add(query.typed);
      queries.push({ kind, ...query });
    }
  };
  const holding = (draw: () => string | undefined) => () => {
    const typed = draw();
    return typed === undefined ? undefined : { typed, right: truth.holding(typed) };
  };

  make('2 characters', 150, holding(fromBlock(2, 2)));
  make('3-4 characters', 150, holding(fromBlock(3, 4)));
  make('5-8 characters', 150, holding(fromBlock(5, 8)));
  make('across punctuation', 40, holding(fromBlock(4, 8, /^.+[、，,；;（(].+$/)));
  make(
    'title words',
    40,
    holding(() => piece(pick(titles), 2, han)),
  );
  make('title pieces', 60, () => {
    const number = uniqueTitle();
    const typed = piece(titles[number] ?? '', between(4, 8), han);
    if (typed === undefined || truth.titleHolding(typed).size !== 1) return undefined;
    return { typed, right: truth.holding(typed), best: number };
  });
  make('whole titles', 60, () => {
    const number = uniqueTitle();
    const typed = titles[number] ?? '';
    return { typed, right: truth.holding(typed), best: number };
  });
  make('two terms', 60, () => {
    const page = pick(pages);
    const [a, b] = [piece(pick(page.blocks).text, 2, han), piece(pick(page.blocks).text, between(2, 3), han)];
    if (a === undefined || b === undefined || a === b) return undefined;
    const second = truth.holding(b);
    return { typed: `${a} ${b}`, right: new Set([...truth.holding(a)].filter((page) => second.has(page))) };
  });
  make(
    'document numbers',
    40,
    holding(found(/[\u4e00-\u9fff]{0,6}(?:[〔[(]\d{4}[〕\])])?第?\s*\d{1,4}\s*号/g)),
  );
  make(
    'Latin and digits',
    40,
    holding(found(/[\u4e00-\u9fff]{0,3}[A-Za-z\d][A-Za-z\d.%/-]*(?: [A-Za-z\d.%/-]+)?[\u4e00-\u9fff]{0,3}/g)),
  );
  make('dates', 40, holding(found(/\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日/g)));
  const numbered = found(/[\u4e00-\u9fff]{2,6}[〔[(](?:19|20)\d\d[〕\])]\d{1,4}号|[A-Z]{2}\/T ?\d{3,5}/g);
  make('numbers as typed', 40, () => {
    const text = numbered();
    if (text === undefined) return undefined;
    const [issuer = '', year, number = ''] = text.split(/[〔[(\])〕]/);
    if (year === undefined) {
      const forms = [text.replace(/T ?/, 'T'), text.replace(/T ?/, 'T ')];
      const right = new Set(forms.flatMap((form) => [...truth.holding(form)]));
      return { typed: pick([...forms, text.replace('/', '')]), right };
    }
    const typed = pick([
      `${issuer}${year} ${number}`,
      `${issuer}[${year}]${number}`,
      `${issuer}【${year}】第${number}`,
      `${issuer}（${year}） ${number}`,
      `${issuer}〔${year}〕${number.replace('号', '')}`,
    ]);
    return { typed, right: truth.holding(typed.endsWith('号') ? text : text.replace('号', '')) };
  });
  const traditional = [Converter({ from: 'cn', to: 'tw' }), Converter({ from: 'cn', to: 'hk' })];
  make('Traditional', 60, () => {
    const text = fromBlock(2, 8)();
    if (text === undefined) return undefined;
    const typed = pick(traditional)(text);
    return typed === text ? undefined : { typed, right: truth.holding(text) };
  });
  make('full width', 40, () => {
    const text = fromBlock(3, 8, /[\da-z,:;()]/i)();
    return text === undefined ? undefined : { typed: fullWidth(text), right: truth.holding(text) };
  });
  const spoken = (write: (title: string) => string) => () => {
    const number = uniqueTitle();
    const typed = write((titles[number] ?? '').replace(/[^\u4e00-\u9fff]/g, ''));
    return typed.length < 4 ? undefined : { typed, right: new Set([number]), best: number };
  };
  const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });
  make(
    'pinyin',
    40,
    spoken((title) => syllables(title).join('')),
  );
  make(
    'pinyin initials',
    40,
    spoken((title) =>
      syllables(title)
        .map((each) => each.charAt(0))
        .join(''),
    ),
  );
  make(
    'pinyin mixed',
    40,
    spoken((title) => {
      const half = Math.floor(title.length / 2);
      return title.slice(0, half) + syllables(title).slice(half).join('');
    }),
  );
  const alike = soundsAlike(blocks);
  make('slips', 60, () => {
    const number = uniqueTitle();
    const text = random() < 0.5 ? piece(titles[number] ?? '', between(4, 6), han) : fromBlock(4, 6)();
    if (text === undefined) return undefined;
    const at = between(0, text.length - 1);
    const others = (alike.get(syllables(text)[at] ?? '') ?? []).filter((other) => other !== text.charAt(at));
    if (others.length === 0) return undefined;
    const typed = text.slice(0, at) + pick(others) + text.slice(at + 1);
    return truth.holding(typed).size > 0 ? undefined : { typed, right: truth.holding(text), meant: text };
  });
  make('nowhere', 60, () => {
    const length = between(2, 6);
    const typed = Array.from({ length }, () =>
      pick([...pick(blocks).replace(/[^\u4e00-\u9fff]/g, ''), '共']),
    ).join('');
    return truth.holding(typed).size > 0 ? undefined : { typed, right: new Set() };
  });
  return queries;
}

const han = /^[\u4e00-\u9fff]+$/;
