const inBeijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

let offset = 0;

/** Takes over the server's clock from the `Date` of its answer: the one that says whether a time has come. */
export function setClock(date: string | null, now = Date.now()): void {
  const told = Date.parse(date ?? '');
  if (!Number.isNaN(told)) offset = told - now;
}

/** Now, as the server has it: office computers are minutes off. */
export const serverNow = (): Date => new Date(Date.now() + offset);

/** `2026-01-31T09:30:00+08:00`: the minute it is in Beijing, whatever this computer's clock is set to. */
export const momentNow = (now = serverNow()): string => `${inBeijing.format(now).replace(' ', 'T')}:00+08:00`;

export const today = (now = serverNow()): string => momentNow(now).slice(0, 10);

/** `14:05` of today, `3 月 5 日 14:05` of another day. */
export function spokenTime(iso: string, now = serverNow()): string {
  const moment = momentNow(new Date(iso));
  const time = moment.slice(11, 16);
  if (moment.slice(0, 10) === today(now)) return time;
  return `${String(Number(moment.slice(5, 7)))} 月 ${String(Number(moment.slice(8, 10)))} 日 ${time}`;
}
