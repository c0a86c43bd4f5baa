import { daysBetween } from '../../model/calendar-days.ts';
import { chineseDay } from '../../site/dates.ts';
import { postState, postStates } from '../ledgers/life/post-states.ts';
import type { Row } from '../ledgers/row.ts';
import type { Mark } from '../lines/entry-lines.ts';

export const postRules = [
  '过了报名截止那一天，岗位自己归入“往期岗位”；提前招满的，从招满那天起归入。网址不变。',
];

const tones = { open: 'good', filled: 'plain', expired: 'plain' } as const;

export function postMark(post: Row<'posts'>, today: string): Mark {
  const state = postState(post, today);
  return { word: postStates[state], tone: tones[state] };
}

/** 还有 18 天截止；2026年3月2日截止；2026年3月1日招满 */
export function postTime(post: Row<'posts'>, today: string): string {
  const { expires, filled } = post.data;
  const state = postState(post, today);
  if (state === 'filled' && filled !== undefined) return `${chineseDay(filled)}招满`;
  if (state === 'expired') return `${chineseDay(expires)}截止`;
  const left = daysBetween(today, expires);
  return left === 0 ? '今天是最后一天' : `还有 ${String(left)} 天，${chineseDay(expires)}截止`;
}
