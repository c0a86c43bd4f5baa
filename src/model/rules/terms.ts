import { found, nameOf } from './rule.ts';
import type { RuleEntry, Rules } from './rule.ts';

export const termRules: Rules<'terms'> = [
  // A word in a text can be explained once only.
  (entry, hub) =>
    waysToWrite(entry).flatMap((word) => {
      const other = hub
        .all('terms')
        .find((each) => each.slug < entry.slug && waysToWrite(each).includes(word));
      return other
        ? [found('title', `“${word}”在术语${nameOf(other)}里已经解释过，请合成一条，或从一处删去这个写法。`)]
        : [];
    }),
];

/** The term and its other names, as they stand in texts. */
const waysToWrite = ({ data: { title, aliases } }: RuleEntry<'terms'>): string[] => [
  ...(title === undefined ? [] : [title]),
  ...namesIn(aliases),
];

/** `议事苑、协商议事` -> two names. */
export const namesIn = (aliases: string | undefined): string[] =>
  (aliases ?? '')
    .split('、')
    .map((name) => name.trim())
    .filter((name) => name !== '');
