import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { calendarFile, sequenceOf } from './calendar-file.ts';
import type { Row } from '../ledgers/row.ts';

const event = (data: Partial<Row<'events'>['data']> = {}): Row<'events'> => ({
  slug: '1128-yizhen',
  address: '/events/2026/1128-yizhen/',
  data: {
    title: '义诊；量血压，测血糖',
    slug: '1128-yizhen',
    published: '2026-11-20T10:00:00+08:00',
    state: 'confirmed',
    start: '2026-11-28T08:30:00+08:00',
    end: '2026-11-28T11:00:00+08:00',
    place: '社区活动室一楼（北门进来右手第一间，门口有一棵大榕树，旁边是快递柜）',
    summary: '校医院来社区，量血压、测血糖。\n空腹来。',
    orgs: ['houqin', 'shequ'],
    ...data,
  },
});

const write = (...events: Row<'events'>[]): string =>
  calendarFile(events, {
    name: '共建枢纽·活动',
    description: '全部活动',
    site: new URL('https://hub.example.edu.cn/hub/'),
    pageOf: ({ address }) => `https://hub.example.edu.cn/hub${address}`,
    orgNames: new Map([['houqin', '后勤党总支']]),
  });

/** Parsed by another library than the one that writes. */
const read = (text: string) => convertIcsCalendar(undefined, text);

test('writes text, place and moment so that another library reads them, in any local time zone', () => {
  const [found] = read(write(event())).events ?? [];
  expect(found?.summary).toBe('义诊；量血压，测血糖');
  expect(found?.location).toContain('旁边是快递柜');
  expect(found?.description).toContain('校医院来社区，量血压、测血糖。\n空腹来。');
  expect(found?.description).toContain('主办：后勤党总支、shequ');
  expect(found?.start.date.toISOString()).toBe('2026-11-28T00:30:00.000Z');
  expect(found?.end?.date.toISOString()).toBe('2026-11-28T03:00:00.000Z');
  expect(found?.stamp.date.toISOString()).toBe('2026-11-20T02:00:00.000Z');
});

test.each([
  ['2026-11-28T08:30+08:00', '20261128T083000'],
  ['2026-11-28T00:00+08:00', '20261128T000000'],
  ['2026-11-28T23:59:07+08:00', '20261128T235907'],
])('writes the moment %s', (start, written) => {
  const text = write(event({ start, end: start }));
  expect(text).toContain(`DTSTART;TZID=Asia/Shanghai:${written}\r\n`);
  expect(text).toContain(`DTEND;TZID=Asia/Shanghai:${written}\r\n`);
});

test('declares the time zone and writes times in it', () => {
  const text = write(event());
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261128T083000\r\n');
  expect(read(text).timezones?.map(({ id }) => id)).toEqual(['Asia/Shanghai']);
});

test('ends lines with CRLF, folds them at 75 octets and splits no character', () => {
  const text = write(event());
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
});

test('escapes commas, semicolons and line breaks', () => {
  const [line] = write(event({ title: 'a,b;c\\d' })).match(/SUMMARY:.*/) ?? [];
  expect(line).toBe('SUMMARY:a\\,b\\;c\\\\d');
});

test('keeps the UID of a cancelled event, marks it and raises its SEQUENCE', () => {
  const before = read(write(event())).events?.[0];
  const cancelled = event({
    state: 'cancelled',
    cancelReason: '台风',
    changed: '2026-11-26T18:00:00+08:00',
  });
  const after = read(write(cancelled)).events?.[0];
  expect(after?.uid).toBe(before?.uid);
  expect(after?.status).toBe('CANCELLED');
  expect(after?.summary).toMatch(/^【已取消】/);
  expect(after?.description).toContain('取消原因：台风');
  expect(after?.sequence ?? 0).toBeGreaterThan(before?.sequence ?? 0);
  expect(after?.lastModified?.date.toISOString()).toBe('2026-11-26T10:00:00.000Z');
});

test('raises SEQUENCE with each change', () => {
  const counts = ['2026-11-20T10:00:00+08:00', '2026-11-26T18:00:00+08:00', '2026-11-26T18:05:00+08:00'].map(
    (changed) => sequenceOf(event({ changed })),
  );
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(new Set(counts).size).toBe(3);
});

test('writes a valid calendar without events', () => {
  expect(read(write()).events ?? []).toEqual([]);
});

test('keeps control characters from breaking the lines of the calendar', () => {
  const text = write(
    event({ title: '义\u0008诊\r量血压', place: '活动室\u0000\ud842', summary: '一\u2028二' }),
  );
  const [found] = read(text).events ?? [];
  expect(found?.summary).toBe('义诊\n量血压');
  expect(found?.location).toBe('活动室\ufffd');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u2028]/);
});
