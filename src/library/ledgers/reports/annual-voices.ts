import type { Period, ReportRow } from './report-rows.ts';
import { statisticsOf } from '../concerns/concern-statistics.ts';
import { decisionsOf, isCurrentOn } from '../joint/decision-states.ts';
import type { Ledgers } from '../row.ts';

/** 互动交流 of the annual report: concerns, answers, meetings, decisions and deliberations. */
export function annualVoices(
  { concerns, meetings, deliberations }: Ledgers,
  year: string,
  { from, until, holds }: Period,
): ReportRow[] {
  const voices = statisticsOf(concerns, from, until);
  const decisions = decisionsOf(meetings).filter((decision) => isCurrentOn(decision, until));
  const heard = voices.total > 0 ? `/concerns/${year}/` : '/concerns/';
  return [
    {
      label: '收到并公开的民情',
      value: voices.total,
      unit: '件',
      rule: '收到日期在这一年；本人不同意上网的不在内',
      address: heard,
    },
    {
      label: '已经答复的',
      value: voices.answered,
      unit: '件',
      rule: '收到的里面，到这一年最后一天有过答复的',
      address: heard,
    },
    {
      label: '按期答复的',
      value: voices.inTime,
      unit: '件',
      rule: '第一次答复没有超过收到时定的期限',
      address: heard,
    },
    {
      label: '超期答复的',
      value: voices.late,
      unit: '件',
      rule: '有一次答复晚于期限；顺延过的按原定的期限，重新办理的从重新打开那天另算',
      address: heard,
    },
    {
      label: '答复后重新办理的',
      value: voices.reopened,
      unit: '件',
      rule: '收到的里面，到这一年最后一天重新打开过的',
      address: heard,
    },
    {
      label: '答复用时',
      value: voices.medianDays,
      unit: '天',
      rule: '从收到到第一次答复的天数，取正中间的一件',
      address: heard,
    },
    {
      label: '开过的会',
      value: meetings.filter(({ data }) => holds(data.date)).length,
      unit: '次',
      rule: '会议日期在这一年',
      address: '/meetings/',
    },
    {
      label: '会上定下的事',
      value: decisions.filter(({ meeting }) => holds(meeting.data.date)).length,
      unit: '件',
      rule: '这一年的会议定下的；到这一年最后一天已经由后来的会接续的，只数后来那一条',
      address: '/meetings/decisions/',
    },
    {
      label: '了结的事',
      value: decisions.filter(({ closed }) => holds(closed)).length,
      unit: '件',
      rule: '了结日期在这一年，往年定下的也在内',
      address: '/meetings/decisions/',
    },
    {
      label: '开始的协商',
      value: deliberations.filter(({ data }) => holds(data.started)).length,
      unit: '件',
      rule: '开始日期在这一年',
      address: '/deliberations/',
    },
  ];
}
