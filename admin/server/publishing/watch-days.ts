import { dayInBeijing } from '../../shared/beijing-time.ts';

const minute = 60_000;

/**
 * Calls `newDay` on every new day in Beijing. It checks the clock every minute instead of using one timeout, so it also
 * works after sleep or clock changes. Returns a function that stops watching.
 */
export function watchDays(newDay: () => void): () => void {
  let day = dayInBeijing();
  const watch = setInterval(() => {
    const now = dayInBeijing();
    if (now === day) return;
    day = now;
    newDay();
  }, minute);
  // The timer must not keep the process alive.
  watch.unref();
  return () => {
    clearInterval(watch);
  };
}
