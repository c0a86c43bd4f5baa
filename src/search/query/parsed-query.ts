import { clausesOf, termsOf } from '../format/query-text.ts';
import { isHan } from '../format/fold.ts';

/** The query in the forms in which texts may contain it. Everything is folded. */
export interface ParsedQuery {
  /** The whole query. */
  phrase: string;
  /** The same as documents write it: 国办发2017 47号 is 国办发〔2017〕47号. */
  otherForms: string[];
  /** The query split at blanks. */
  terms: string[];
  /** Also split at the marks of a sentence, as dictation writes them: 老年食堂，送餐. */
  clauses: string[];
  /** Also split at other punctuation; searched only when no page contains the whole. */
  words: string[];
}

/** Takes a query from `cleanQuery`, and how texts are folded on this site. */
export async function parseQuery(
  cleaned: string,
  folding: (text: string) => string | Promise<string>,
): Promise<ParsedQuery> {
  const phrase = await folding(cleaned);
  const folded = async (parts: readonly string[]): Promise<string[]> => [
    ...new Set(await Promise.all(parts.map(folding))),
  ];
  return {
    phrase,
    otherForms: otherForms(phrase),
    terms: await folded(termsOf(cleaned)),
    clauses: await folded(clausesOf(cleaned)),
    // 3.15 and Wi-Fi stay whole.
    words: [...new Set(phrase.match(/[a-z\d]+(?:[.,/'_-][a-z\d]+)+|[\p{L}\p{N}]+/gu) ?? [])],
  };
}

export const withoutMarks = (folded: string): string => folded.replace(/[^\p{L}\p{N}]/gu, '');

export function otherForms(phrase: string): string[] {
  const forms = rewritings.flatMap(([pattern, write]) =>
    pattern.test(phrase) ? [phrase.replace(pattern, write)] : [],
  );
  return [...new Set(forms)].filter((form) => form !== phrase);
}

const unpadded = (digits: string): string => String(Number(digits));

const rewritings: readonly (readonly [RegExp, (...match: string[]) => string])[] = [
  // 国办发2017 47号, 国办发[2017]第47号 -> 国办发(2017)47号; 2017 47号 -> (2017)47号
  [
    /([\u4e00-\u9fff])[ (]?((?:19|20)\d\d)\)?[ 年第-]{0,2}(\d{1,4})(号?)$/,
    (_, issuer = '', year = '', number = '', end = '') => `${issuer}(${year})${unpadded(number)}${end}`,
  ],
  [
    /^\(?((?:19|20)\d\d)\)?[ 年第-]{0,2}(\d{1,4})号$/,
    (_, year = '', number = '') => `(${year})${unpadded(number)}号`,
  ],
  // 2026-03-15, 2026.3.15, 2026/03 -> 2026年3月15日, 2026年3月
  [
    /((?:19|20)\d\d)[-./](0?[1-9]|1[0-2])[-./](\d{1,2})(?!\d)/,
    (_, year = '', month = '', day = '') => `${year}年${unpadded(month)}月${unpadded(day)}日`,
  ],
  [
    /((?:19|20)\d\d)[-./](0?[1-9]|1[0-2])(?![\d./-])/,
    (_, year = '', month = '') => `${year}年${unpadded(month)}月`,
  ],
  // 03月05日, 3月5号 -> 3月5日
  [/(\d{1,2})月(\d{1,2})[日号]/, (_, month = '', day = '') => `${unpadded(month)}月${unpadded(day)}日`],
  // 2026年03月 -> 2026年3月
  [/(\d年)0(\d月)/, (_, year = '', month = '') => year + month],
  // 甚麼 -> 什么; alone, 甚 and 什 are different words.
  [/甚(?=[么麼麽])/, () => '什'],
  // GBT 9704 -> GB/T 9704
  [/\b(gb|db|jg|jt|hj|ny|ws)t(?=\d)/, (_, issuer = '') => `${issuer}/t`],
];

/** A term that means little alone: it was part of a phrase with blanks (第 47 号, GB/T 9704, 第十条 禁止). */
export const isFragment = (term: string): boolean =>
  [...term].filter((character) => /[\p{L}\p{N}]/u.test(character)).length < 2 ||
  ![...term].some(isHan) ||
  /^第.{1,7}[编章节条款项]$/.test(term);
