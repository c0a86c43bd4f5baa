import { expect } from 'vitest';
import { origin } from './fixture-desk.ts';
import type { FixtureDesk } from './fixture-desk.ts';

export interface Answer {
  status: number;
  text: string;
}

/** Sends bytes to a route such as `POST /admin/api/store`, as the owner. */
export async function sendBytes(
  desk: FixtureDesk,
  route: string,
  body?: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = '', address = ''] = route.split(' ');
  const socket = { remoteAddress: '192.0.2.8', remotePort: 1, remoteFamily: 'IPv4' };
  const sent = { host: new URL(origin).host, origin, cookie: desk.cookieOf('owner'), ...headers };
  const init = { method, headers: sent, ...(method === 'GET' ? {} : { body: body as BodyInit }) };
  const answer = await desk.app.request(`${origin}${address}`, init, { incoming: { socket } });
  return { status: answer.status, text: await answer.text() };
}

/** Refused with a sentence, or done; never a fault of the server. */
export function expectAnswer({ status, text }: Answer, what: unknown): void {
  expect([what, status < 500]).toEqual([what, true]);
  // Developers' details are behind the sentence and may name types.
  const sentence = text.replace(/"invalid":\[[^\]]*\]/, '');
  if (status >= 400)
    expect([what, sentence]).toEqual([what, expect.stringMatching(/[\u4e00-\u9fff].*[。：]/)]);
  expect([what, sentence]).toEqual([what, expect.not.stringMatching(/\bat .*\.ts:\d+|TypeError|undefined/)]);
}

/** The lines of the log that are faults. */
export const faultsOf = (desk: FixtureDesk): string[] => desk.lines.filter((line) => line.includes('failed'));

/** What a parameter may be by mistake or on purpose. */
export const wrongValues: readonly unknown[] = [
  // Left out by JSON: a missing parameter.
  undefined,
  null,
  0,
  -1,
  1.5,
  1e308,
  true,
  [],
  [null],
  [['a']],
  {},
  { a: 1 },
  { length: 1, 0: 'a' },
  '',
  'x'.repeat(70_000),
  '长'.repeat(90),
  '\ud800',
  'a\0b',
  'a\nb',
  '__proto__',
  'constructor',
  'toString',
  'content/notices/2026/__proto__/index.md',
  `content/notices/2026/${'长'.repeat(90)}/index.md`,
  '../../etc/passwd',
  'HEAD',
  '%00%ff',
];

export type Place = readonly (string | number)[];

/** Every place in a value, from the outside in. */
export function* placesIn(value: unknown, at: Place = []): Generator<Place> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value))
    yield* placesIn((value as Record<string, unknown>)[key], [...at, key]);
}

/** A copy with another value at a place. */
export function withValue(value: unknown, [key, ...rest]: Place, other: unknown): unknown {
  if (key === undefined) return other;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  copy[key] = withValue(copy[key], rest, other);
  return Array.isArray(value) ? Object.values(copy) : copy;
}
