import { chineseDay } from '../../site/dates.ts';
import type { Statistics } from '../ledgers/concerns/concern-statistics.ts';

/** The rules behind the numbers of a period, in words for readers. */
export const statisticsRules = [
  '数的是这段时间里收到的民情，状态算到这段时间的最后一天；还没过完的，算到网站上一次更新的那天。',
  '答复用时：从收到那天到第一次答复（已解决、部分解决或不能办理）的天数，按自然日算。',
  '在期限之内：第一次答复没有超过收到时定的期限；后来顺延的，照样按原定的算。',
  '超期答复：有一次答复晚于期限；重新办理的，期限从重新打开那天另算，天数和收到时给的一样多。',
  '重新办理的前后天数：从收到那天到最后一次答复；还没有答复的，到这段时间的最后一天。',
  '中位数：把用时从短到长排好，取正中间的一件；双数件，取中间两件的平均。',
  '过了期限：到那天还没有答复，而答复期限已经过了。顺延过的，按顺延以后的期限；重新办理的，期限从重新打开那天另算。',
];

const count = (number: number): string => `${String(number)} 件`;

/** 收到 12 件，答复了 9 件…… */
export function statisticsSentence(statistics: Statistics): string {
  const { total, answered, inTime, overdue, late, reopened, medianDays, longestDays } = statistics;
  const { longestLate, longestAgain } = statistics;
  if (total === 0) return '这段时间没有收到民情。';
  const open = total - answered;
  return [
    `收到 ${count(total)}，答复了 ${count(answered)}${answered > 0 ? `，其中 ${count(inTime)}在期限之内` : ''}`,
    medianDays === undefined
      ? undefined
      : `从收到到第一次答复，中位数 ${String(medianDays)} 天，最长 ${String(longestDays ?? medianDays)} 天`,
    open > 0 ? `${count(open)}还没有答复` : undefined,
    overdue > 0 ? `${count(overdue)}过了期限` : undefined,
    late > 0 ? `${count(late)}超期答复，最多超期 ${String(longestLate ?? 0)} 天` : undefined,
    reopened > 0 ? `${count(reopened)}答复后又重新打开，前后最长 ${String(longestAgain ?? 0)} 天` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('；')
    .concat('。');
}

/**
 * What happened after the end of a period to the concerns received in it. The quarter keeps its numbers; later
 * reopenings are added in this sentence. Undefined if nothing changed.
 */
export function laterSentence(then: Statistics, now: Statistics, today: string): string | undefined {
  const answered = now.answered - then.answered;
  const same =
    answered === 0 &&
    now.reopened === then.reopened &&
    now.late === then.late &&
    now.overdue === then.overdue &&
    now.longestAgain === then.longestAgain &&
    now.longestLate === then.longestLate;
  if (same) return undefined;
  const open = now.total - now.answered;
  const parts = [
    answered > 0 && `又答复了 ${count(answered)}`,
    now.reopened > 0 && `${count(now.reopened)}重新办理过，前后最长 ${String(now.longestAgain ?? 0)} 天`,
    now.late > 0 && `${count(now.late)}超期答复，最多超期 ${String(now.longestLate ?? 0)} 天`,
    open > 0 && `${count(open)}还没有答复`,
    now.overdue > 0 && `${count(now.overdue)}过了期限`,
  ].filter((part) => part !== false);
  return `后来，到${chineseDay(today)}：${parts.length === 0 ? '没有过了期限的' : parts.join('；')}。`;
}

/** 最多的是“公共设施”，5 件，占 42%。 If several are equally frequent, none is named as the most frequent. */
export function mostSentence(rows: readonly { label: string; count: number }[], total: number): string {
  const most = Math.max(...rows.map((row) => row.count));
  const [first, second, ...others] = rows.filter((row) => row.count === most);
  if (!first || total === 0) return '';
  if (others.length > 0) return `没有特别集中的，最多的几项各 ${count(most)}。`;
  if (second) return `“${first.label}”和“${second.label}”最多，各 ${count(most)}。`;
  return `最多的是“${first.label}”，${count(most)}，占 ${String(Math.round((most / total) * 100))}%。`;
}
