import { afterEach, expect, test, vi } from 'vitest';
import { momentNow, serverNow, setClock } from './server-clock.ts';

afterEach(() => {
  setClock(new Date().toUTCString());
  vi.useRealTimers();
});

test('uses the time of the server, even if the local clock is wrong', () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T02:00:00Z') });
  setClock('Sun, 01 Mar 2026 01:48:30 GMT');
  expect(momentNow()).toBe('2026-03-01T09:48:00+08:00');
  vi.advanceTimersByTime(90_000);
  expect(serverNow().toISOString()).toBe('2026-03-01T01:50:00.000Z');
  // A response without a valid date changes nothing.
  setClock(null);
  setClock('gestern');
  expect(momentNow()).toBe('2026-03-01T09:50:00+08:00');
});
