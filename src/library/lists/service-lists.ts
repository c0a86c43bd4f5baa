import { chineseDay } from '../../site/dates.ts';
import { freshDays, freshnessOf } from '../ledgers/life/service-freshness.ts';
import type { Row } from '../ledgers/row.ts';
import type { Mark } from '../lines/entry-lines.ts';

/** 最近核实：2026年11月18日（5 天前） */
export function verifiedWords(service: Row<'services'>, today: string): string {
  const { daysSince } = freshnessOf(service, today);
  const ago = daysSince === 0 ? '今天' : `${String(daysSince)} 天前`;
  return `${chineseDay(service.data.verified)}（${ago}）`;
}

/** A warning for readers before they go there; undefined if there is none. */
export function serviceMark(service: Row<'services'>, today: string): Mark | undefined {
  if (service.data.paused !== undefined) return { word: '暂停', tone: 'caution' };
  return freshnessOf(service, today).stale ? { word: '很久没核实', tone: 'caution' } : undefined;
}

export const staleRule = `最近一次核实到今天超过 ${String(freshDays)} 天的，会提醒先打电话问一声。`;
