import { Refusal } from '../../shared/refusal.ts';

const windowMinutes = 10;
const maxFailures = 10;

/**
 * Limits guessing: after ten wrong passwords in ten minutes, an address or a user name has to wait. The counts are in
 * memory only; restarting resets them, and only the operator can do that.
 */
export function createSignInRateLimit(now: () => number = Date.now) {
  const failures = new Map<string, number[]>();
  const keysOf = (address: string, username: string) => [`address ${address}`, `username ${username}`];
  const recent = (key: string): number[] =>
    (failures.get(key) ?? []).filter((at) => at > now() - windowMinutes * 60_000);

  return {
    assertAllowed(address: string, username: string): void {
      for (const key of keysOf(address, username)) {
        const times = recent(key);
        if (times.length < maxFailures) continue;
        const wait = Math.max(1, Math.ceil(((times[0] ?? 0) + windowMinutes * 60_000 - now()) / 60_000));
        throw new Refusal(429, `试的次数太多了，请等 ${String(wait)} 分钟再登录。`);
      }
    },
    failed(address: string, username: string): void {
      // Limits the memory for an attack with many invented names.
      if (failures.size > 10_000) failures.clear();
      for (const key of keysOf(address, username)) failures.set(key, [...recent(key), now()]);
    },
    succeeded(address: string, username: string): void {
      for (const key of keysOf(address, username)) failures.delete(key);
    },
  };
}
