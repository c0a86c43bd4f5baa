import { untilOver, upcoming } from '../ledgers/life/event-days.ts';
import { aboutSeries } from '../ledgers/reports/connections.ts';
import { allLedgers } from '../entries/ledger-rows.ts';
import type { Line, Mark } from '../lines/entry-lines.ts';
import type { Row } from '../ledgers/row.ts';
import { chineseDay } from '../../site/dates.ts';

export interface SeriesHistory {
  activities: Row<'activities'>[];
  events: Row<'events'>[];
  next: Row<'events'> | undefined;
}

/** Rule: activities are the reports; next is the nearest event that is not cancelled. */
export async function historyOf(series: string, today: string): Promise<SeriesHistory> {
  const { activities, events } = aboutSeries(series, await allLedgers());
  const next = upcoming(events, today).find(({ data }) => data.state !== 'cancelled');
  return { activities, events, next };
}

export const seriesMark = ({ data }: Row<'series'>, today: string): Mark =>
  data.until !== undefined && data.until < today
    ? { word: '已经结束', tone: 'plain' }
    : { word: '还在办', tone: 'good' };

/** 办过 6 次；下一次 2026年12月12日 */
export async function seriesLine(series: Row<'series'>, today: string): Promise<Line> {
  const { activities, next } = await historyOf(series.slug, today);
  return {
    title: series.data.title,
    address: series.address,
    mark: seriesMark(series, today),
    about: [
      series.data.rhythm,
      activities.length > 0 ? `有报道的 ${String(activities.length)} 次` : undefined,
      next && { text: `下一次 ${chineseDay(next.data.start)}`, holds: untilOver(next) },
    ],
    sample: series.data.sample,
  };
}
