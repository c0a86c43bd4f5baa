import { pinyin } from 'pinyin-pro';
import { titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { sections } from '../entries/labels.ts';
import { allOf } from '../entries/queries.ts';

export interface Letter {
  /** A to Z, or # for titles that begin with a digit. */
  letter: string;
  articles: Article[];
}

/** Every entry by the first letter of its title in pinyin; polyphones are read by their word. */
export async function aToZ(): Promise<Letter[]> {
  const articles: Article[] = (await Promise.all(sections.map((section) => allOf(section)))).flat();
  const spoken = articles
    .map((article) => ({ article, key: spokenKey(titleOf(article)) }))
    .sort((a, b) => a.key.localeCompare(b.key, 'en'));
  const letters = Map.groupBy(spoken, ({ key }) => letterOf(key));
  return [...letters]
    .map(([letter, list]) => ({ letter, articles: list.map(({ article }) => article) }))
    .sort((a, b) => Number(a.letter === '#') - Number(b.letter === '#') || a.letter.localeCompare(b.letter));
}

/** `laonian shitang`: the title in pinyin, without leading punctuation. */
export const spokenKey = (title: string): string =>
  pinyin(title.replace(/^[^\p{L}\p{N}]+/u, ''), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .join(' ')
    .toLowerCase();

export const letterOf = (key: string): string => (/^[a-z]/.test(key) ? key.charAt(0).toUpperCase() : '#');
