import { found, nameOf, findingIf } from './rule.ts';
import type { RuleEntry, Rules } from './rule.ts';

export const termRules: Rules<'terms'> = [
  // A word in a text can link to only one term.
  (entry, hub) =>
    spellingsOf(entry).flatMap((word) => {
      const other = hub
        .all('terms')
        .find((each) => each.slug < entry.slug && spellingsOf(each).includes(word));
      return other
        ? [found('title', `“${word}”在术语${nameOf(other)}里已经解释过，请合成一条，或从一处删去这个写法。`)]
        : [];
    }),
  // A single character occurs in too many words.
  (entry) =>
    spellingsOf(entry).flatMap((word) =>
      findingIf(
        [...word].length < 2,
        word === entry.data.title ? 'title' : 'aliases',
        `“${word}”只有一个字，材料里到处都会连到这里，请写完整的说法。`,
      ),
    ),
  ({ data: { title, aliases } }) => {
    const names = namesIn(aliases);
    const duplicate = names.find((name, index) => name === title || names.indexOf(name) < index);
    return findingIf(
      duplicate !== undefined,
      'aliases',
      `“${duplicate ?? ''}”已经写过了，请从“别的写法”里删去。`,
    );
  },
  ({ data: { aliases } }) => {
    const [mark] = /[，,;；|/]/.exec(aliases ?? '') ?? [];
    return findingIf(mark !== undefined, 'aliases', `“别的写法”请用顿号“、”隔开，现在用了“${mark ?? ''}”。`);
  },
];

/** The term and its aliases. */
const spellingsOf = ({ data: { title, aliases } }: RuleEntry<'terms'>): string[] => [
  ...(title === undefined ? [] : [title]),
  ...namesIn(aliases),
];

/** `议事苑、协商议事` -> two names. */
export const namesIn = (aliases: string | undefined): string[] =>
  (aliases ?? '')
    .split('、')
    .map((name) => name.trim())
    .filter((name) => name !== '');
