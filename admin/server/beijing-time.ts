const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `11月23日 14:05`, for sentences that say when somebody did something. */
export function spokenTime(moment: Date | string): string {
  const parts = Object.fromEntries(
    format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
  return `${parts['month'] ?? ''}月${parts['day'] ?? ''}日 ${parts['hour'] ?? ''}:${parts['minute'] ?? ''}`;
}

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The day it is in Beijing, `2026-11-23`: records of days to come are refused. */
export const dayInBeijing = (moment = new Date()): string => calendar.format(moment);
