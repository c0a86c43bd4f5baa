import { expect, test, vi } from 'vitest';

// Only the two functions on titles are tested here; the entries come from Astro.
vi.mock('astro:content', () => ({ getCollection: () => [] }));
const { letterOf, spokenKey } = await import('./a-z.ts');

test.each([
  ['老年食堂开饭', 'L'],
  ['重阳节前一天', 'C'],
  ['长者饭堂', 'Z'],
  ['《支部工作条例》五处要紧的地方', 'Z'],
  ['11 月停水', '#'],
  ['Wi-Fi 开放', 'W'],
])('puts %s under %s', (title, letter) => {
  expect(letterOf(spokenKey(title))).toBe(letter);
});
