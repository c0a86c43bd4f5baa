import { dayInBeijing } from '../shared/beijing-time.ts';
import { momentInBeijing } from '../../src/model/calendar-days.ts';

let offset = 0;

/** Synchronises with the server's clock from a `Date` header: publication times are checked against it. */
export function setClock(date: string | null, now = Date.now()): void {
  const serverTime = Date.parse(date ?? '');
  if (!Number.isNaN(serverTime)) offset = serverTime - now;
}

/** The server's current time: clocks of office computers can be minutes off. */
export const serverNow = (): Date => new Date(Date.now() + offset);

/** `2026-01-31T09:30:00+08:00`: the current minute in Beijing, independent of the local clock. */
export const momentNow = (now = serverNow()): string => momentInBeijing(now).replace(/:\d\d\+/, ':00+');

export const today = (now = serverNow()): string => dayInBeijing(now);
