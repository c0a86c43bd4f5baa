import { dayInBeijing } from '../shared/beijing-time.ts';
import { momentInBeijing } from '../../src/model/calendar-days.ts';

let offset = 0;

/** Takes over the server's clock from the `Date` of its answer: the one that says whether a time has come. */
export function setClock(date: string | null, now = Date.now()): void {
  const serverTime = Date.parse(date ?? '');
  if (!Number.isNaN(serverTime)) offset = serverTime - now;
}

/** Now, as the server has it: office computers are minutes off. */
export const serverNow = (): Date => new Date(Date.now() + offset);

/** `2026-01-31T09:30:00+08:00`: the minute it is in Beijing, whatever this computer's clock is set to. */
export const momentNow = (now = serverNow()): string => momentInBeijing(now).replace(/:\d\d\+/, ':00+');

export const today = (now = serverNow()): string => dayInBeijing(now);
