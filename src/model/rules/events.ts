import { dayOf } from '../calendar-days.ts';
import { found, isAhead, nameOf, findingIf } from './rule.ts';
import type { Rules } from './rule.ts';

export const eventRules: Rules<'events'> = [
  ({ data: { start, end } }) =>
    findingIf(
      start !== undefined && end !== undefined && end <= start,
      'end',
      '“结束时间”要晚于“开始时间”，请核对两个时间。',
    ),
  // A mistyped year, which nobody would notice in a calendar.
  ({ data: { start, end } }, { now }) =>
    [start, end].flatMap((moment, index) =>
      findingIf(
        moment !== undefined &&
          now !== undefined &&
          Number(moment.slice(0, 4)) > Number(now.slice(0, 4)) + 10,
        index === 0 ? 'start' : 'end',
        `“${index === 0 ? '开始时间' : '结束时间'}”（${dayOf(moment ?? '')}）在十年以后，请核对年份。`,
      ),
    ),
  ({ data }) => [
    ...findingIf(
      data.state === 'cancelled' && data.cancelReason === undefined,
      'state',
      '活动取消了，请写上“取消原因”，让已经记下日子的人知道。',
    ),
    // Without it, subscribed calendars keep showing the event.
    ...findingIf(
      data.state === 'cancelled' && data.changed === undefined,
      'state',
      '活动取消了，请写上“改动时间”，订阅日历的人才会收到。',
    ),
    ...findingIf(
      data.state !== undefined && data.state !== 'cancelled' && data.cancelReason !== undefined,
      'cancelReason',
      '写了“取消原因”，“状态”却不是已取消，请改其中一处。',
    ),
  ],
  // A future event cannot be held already, and a change cannot be in the future.
  ({ data: { state, start, end, changed } }, hub) => [
    ...findingIf(
      state === 'held' && isAhead(hub, start),
      'state',
      `“开始时间”（${dayOf(start ?? '')}）还没有到，“状态”却是已举办，请改成筹备中或已确定，或核对时间。`,
    ),
    ...findingIf(
      state === 'held' && !isAhead(hub, start) && isAhead(hub, end),
      'state',
      `“结束时间”（${dayOf(end ?? '')}）还没有到，“状态”却是已举办，请等办完再改，或核对时间。`,
    ),
    ...findingIf(
      isAhead(hub, changed),
      'changed',
      `“改动时间”（${dayOf(changed ?? '')}）还没有到，这里只记已经发生的事，请核对日期。`,
    ),
  ],
  ({ data: { published, changed } }) =>
    findingIf(
      published !== undefined && changed !== undefined && changed < published,
      'changed',
      '“改动时间”早于“发布时间”，请核对两个时间。',
    ),
  ({ data }, hub) => {
    const report = hub.find('activities', data.report);
    if (!report) return [];
    if (data.state !== undefined && data.state !== 'held') {
      return [found('report', '已经连到活动报道，“状态”却不是已举办，请改其中一处。')];
    }
    const { date } = report.data;
    return findingIf(
      date !== undefined && data.start !== undefined && date < dayOf(data.start),
      'report',
      `${nameOf(report)}的活动日期是 ${date ?? ''}，早于这场活动的开始时间，请核对连的是不是这一场的报道。`,
    );
  },
];
