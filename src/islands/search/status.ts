import { longestQuery } from '../../search/format/query-text.ts';
import type { FailureKind } from '../../search/engine/verified-fetch.ts';
import type { ReadyState, SearchState } from './search-state.ts';

/** One sentence about the current state; screen readers announce each change. */
export function statusOf(state: SearchState): string {
  switch (state.name) {
    case 'idle':
      return '输入几个字，如“老年食堂”；拼音和繁体字也可以。';
    case 'loading':
      return `正在查找“${shortly(state.query)}”……`;
    case 'failed':
      return `${reasons[state.failure]}，“${shortly(state.query)}”没有查成。请过一会儿再试一次。`;
    case 'ready':
      return cutOf(state) + found(state) + moreOf(state);
  }
}

/** Why a result may be incomplete; undefined when everything was searched. */
export const missedBy = (state: SearchState): FailureKind | undefined =>
  state.name === 'failed'
    ? state.failure
    : state.name === 'ready'
      ? (state.result.notes.missed ?? state.missed)
      : undefined;

const reasons: Readonly<Record<FailureKind, string>> = {
  network: '没有连上网站（网络不通）',
  index: '搜索用的索引没有取全',
  engine: '这个浏览器现在不能查正文',
};

const cutOf = ({ request }: ReadyState): string =>
  request.isCut ? `一次最多查 ${String(longestQuery)} 个字，后面的没有查。` : '';

function moreOf({ more }: ReadyState): string {
  if (more === undefined) return '';
  if ('added' in more) return `又显示了 ${String(more.added)} 个。`;
  return `${reasons[more.failed]}，更多的现在显示不出来，请过一会儿再按。`;
}

function found(state: ReadyState): string {
  const { result, total } = state;
  const { notes, near } = result;
  const query = shortly(result.query);
  const count = `${String(total)} 个页面`;
  if (total === 0 && result.matches.length > 0)
    return `这样筛选以后没有页面了，请放宽一个条件。${notes.missed === undefined ? '' : `${reasons[notes.missed]}，可能还有没查到的。`}`;
  if (notes.missed !== undefined) return incomplete(notes.missed, notes.titlesOnly === true, query, total);
  if (total === 0 && near.length > 0 && notes.pinyin)
    return `“${query}”像是拼音的首字母，下面的页面读音相近，供参考。`;
  if (total === 0 && notes.apart)
    return `没有页面连着写“${query}”。下面的页面里分别有${notes.apart.map((word) => `“${word}”`).join('')}，供参考。`;
  if (total === 0 && near.length > 0) return `没有页面写着“${query}”。下面是意思可能接近的页面，供参考。`;
  if (total === 0) return `没有找到“${query}”。`;
  return counted(state, query, count) + (state.missed === undefined ? '' : withoutTexts(state.missed));
}

function counted({ result: { notes } }: ReadyState, query: string, count: string): string {
  if (notes.pinyin === 'only' && notes.synonyms)
    return `按读音“${query}”查找${notes.synonyms.map((word) => `“${word}”`).join('')}，找到 ${count}。`;
  if (notes.pinyin === 'only') return `按读音“${query}”找到 ${count}。`;
  if (notes.pinyin === 'too') return `找到 ${count}含有或读作“${query}”。`;
  if (notes.unmarked) return `找到 ${count}，标题是“${query}”，标点不计。`;
  if (notes.synonyms) return `找到 ${count}，也查找了${notes.synonyms.map((word) => `“${word}”`).join('')}。`;
  return `找到 ${count}含有“${query}”。`;
}

/** Never says that something does not exist when it was not searched. */
function incomplete(missed: FailureKind, titlesOnly: boolean, query: string, total: number): string {
  const why = reasons[missed];
  const count = `${String(total)} 个页面`;
  if (titlesOnly && total > 0)
    return `${why}，现在只能按标题查找，正文没有查。标题里含有“${query}”的有 ${count}，正文里可能还有。`;
  if (titlesOnly)
    return `${why}，现在只能按标题查找，正文没有查。标题里没有“${query}”，正文里有没有还不知道。`;
  if (total > 0) return `${why}，“${query}”没有查完。先列出已经查到的 ${count}，可能还有别的。`;
  return `${why}，“${query}”没有查完，有没有还不知道。`;
}

const withoutTexts = (missed: FailureKind): string => `${reasons[missed]}，有的页面只列出了标题。`;

/** A long query is not repeated in full. */
const shortly = (query: string): string => {
  const characters = [...query];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}……` : query;
};
