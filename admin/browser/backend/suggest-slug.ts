import { pinyin } from 'pinyin-pro';
import type { Collection } from '../../../src/model/define-collection.ts';
import { dayOf } from '../../../src/model/calendar-days.ts';

const mostSyllables = 6;
const mostCharacters = 40;

/** `0315-lianxi-huiyi` for a title and a day. */
export function suggestSlug(collection: Collection, values: Readonly<Record<string, unknown>>): string {
  const title = textIn(values, collection.title);
  const date = collection.date && collection.byYear ? dayOf(textIn(values, collection.date)) : '';
  const monthAndDay = date.slice(5).replace('-', '');
  return [monthAndDay, pinyinPairs(title)]
    .filter(Boolean)
    .join('-')
    .slice(0, mostCharacters)
    .replace(/-+$/, '');
}

const textIn = (values: Readonly<Record<string, unknown>>, key: string): string => {
  const value = values[key];
  return typeof value === 'string' ? value : '';
};

/** Most Chinese words have two syllables, so syllables are joined in pairs. */
function pinyinPairs(title: string): string {
  const syllables = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .slice(0, mostSyllables);
  const pairs = Array.from({ length: Math.ceil(syllables.length / 2) }, (_, index) =>
    syllables.slice(index * 2, index * 2 + 2).join(''),
  );
  return pairs.join('-');
}
