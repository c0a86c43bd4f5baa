import type { Ready, State } from './search-page.tsx';

/** One sentence on where things stand, read aloud as it changes. */
export function statusOf(state: State): string {
  switch (state.name) {
    case 'idle':
      return '输入几个字，如“老年食堂”；拼音和繁体字也可以。';
    case 'loading':
      return `正在查找“${state.query}”……`;
    case 'failed':
      return '没有连上网站，请检查网络后再按一次“搜索”。';
    case 'ready':
      return found(state) + moreOf(state);
  }
}

function moreOf({ more }: Ready): string {
  if (more === undefined) return '';
  return more === 'failed'
    ? '没有连上网站，更多的现在显示不出来，请过一会儿再按。'
    : `又显示了 ${String(more.added)} 个。`;
}

function found({ answer, total }: Ready): string {
  const { told, near } = answer;
  const { query } = answer;
  const count = `${String(total)} 个页面`;
  if (total === 0 && answer.matches.length > 0) return '这样筛选以后没有页面了，请放宽一个条件。';
  if (total === 0 && told.titlesOnly) return `没有标题里含有“${query}”的页面。现在只能按标题查找。`;
  if (total === 0 && near.length > 0 && told.pinyin)
    return `“${query}”像是拼音的首字母，下面的页面读音相近，供参考。`;
  if (total === 0 && told.apart)
    return `没有页面连着写“${query}”。下面的页面里分别有${told.apart.map((word) => `“${word}”`).join('')}，供参考。`;
  if (total === 0 && near.length > 0) return `没有页面写着“${query}”。下面是意思可能接近的页面，供参考。`;
  if (total === 0) return `没有找到“${query}”。`;
  if (told.titlesOnly) return `标题里含有“${query}”的有 ${count}。现在只能按标题查找，正文没有查。`;
  if (told.pinyin === 'only' && told.synonyms)
    return `按读音“${query}”查找${told.synonyms.map((word) => `“${word}”`).join('')}，找到 ${count}。`;
  if (told.pinyin === 'only') return `按读音“${query}”找到 ${count}。`;
  if (told.pinyin === 'too') return `找到 ${count}含有或读作“${query}”。`;
  if (told.unmarked) return `找到 ${count}，标题是“${query}”，标点不计。`;
  if (told.synonyms) return `找到 ${count}，也查找了${told.synonyms.map((word) => `“${word}”`).join('')}。`;
  return `找到 ${count}含有“${query}”。`;
}
