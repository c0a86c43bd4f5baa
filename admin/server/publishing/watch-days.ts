import { dayInBeijing } from '../../shared/beijing-time.ts';

const minute = 60_000;

/**
 * Tells of every new day in Beijing. Looks at the clock each minute instead of setting an alarm: a machine that slept
 * through midnight, or whose clock was put right, is noticed as well. Returns what ends the watch.
 */
export function watchDays(newDay: () => void): () => void {
  let day = dayInBeijing();
  const watch = setInterval(() => {
    const now = dayInBeijing();
    if (now === day) return;
    day = now;
    newDay();
  }, minute);
  // The watch alone keeps no server up.
  watch.unref();
  return () => {
    clearInterval(watch);
  };
}
