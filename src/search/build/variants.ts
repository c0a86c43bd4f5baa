import hongKong from 'opencc-js/dict/HKVariants';
import toTraditional from 'opencc-js/dict/STCharacters';
import toTraditionalPhrases from 'opencc-js/dict/STPhrases';
import toSimplified from 'opencc-js/dict/TSCharacters';
import toSimplifiedPhrases from 'opencc-js/dict/TSPhrases';
import taiwan from 'opencc-js/dict/TWVariants';
import taiwanPhrases from 'opencc-js/dict/TWVariantsPhrases';
import type { Variants } from '../format/fold.ts';
import { oldForms } from './old-forms.ts';

/**
 * Characters that write the same word in some orthography (发 發 髮; 着 著) form a family, and one of them represents all,
 * in the index and in queries. Conversion by phrases would be more exact, but a part of a sentence is too short for it.
 * Merging a few characters too many costs almost nothing, because the neighbouring characters must match as well.
 *
 * Runs only in the build: the dictionary is large, the resulting table is not.
 */
export function variantsFor(seen: ReadonlyMap<string, number>): Map<string, string> {
  const table = new Map<string, string>();
  known ??= families();
  for (const family of known) {
    // The member that is most frequent on this site represents the others, so most queries need no table.
    const chosen = family.reduce((a, b) => ((seen.get(b) ?? 0) > (seen.get(a) ?? 0) ? b : a));
    // Skip families that do not occur on the site.
    if (!seen.has(chosen)) continue;
    for (const member of family) if (member !== chosen) table.set(member, chosen);
  }
  return table;
}

/** Takes a second to build, and is needed once for the site and once for each path. */
let known: string[][] | undefined;

function families(): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (member: string): string => {
    const above = parent.get(member);
    return above === undefined || above === member ? member : rootOf(above);
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [rootOf(a), rootOf(b)];
    // Simplified forms come first in the tables below, so they stay at the root.
    if (first !== second) parent.set(second, first);
    parent.set(first, first);
  };
  for (const [simplified, traditional] of pairsOf(toTraditional)) join(simplified, traditional);
  for (const [traditional, simplified] of pairsOf(toSimplified)) join(simplified, traditional);
  for (const table of [taiwan, hongKong]) for (const [a, b] of pairsOf(table)) join(a, b);
  for (const [old, today] of oldForms) join(today, old);
  for (const table of [toTraditionalPhrases, toSimplifiedPhrases, taiwanPhrases]) {
    for (const [a, b] of pairsOf(table)) {
      const [from, to] = [[...a], [...b]];
      if (from.length === to.length)
        from.forEach((member, index) => {
          join(member, to[index] ?? member);
        });
    }
  }
  const found = new Map<string, string[]>();
  for (const member of parent.keys()) {
    const root = rootOf(member);
    found.set(root, [...(found.get(root) ?? [root]), ...(member === root ? [] : [member])]);
  }
  return [...found.values()].filter((family) => family.length > 1);
}

const pairsOf = (table: string): (readonly [string, string])[] =>
  table.split('|').flatMap((line) => {
    const [from = '', ...to] = line.split(' ');
    return to.map((each) => [from, each] as const);
  });

/** The table for readers: two strings of equal length, character by character. */
export const writeVariants = (variants: Variants): string =>
  JSON.stringify([[...variants.keys()].join(''), [...variants.values()].join('')]);
