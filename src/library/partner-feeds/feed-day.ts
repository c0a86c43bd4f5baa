import { isDay } from '../../model/calendar-days.ts';
import { today } from '../../site/dates.ts';
import { shown } from './feed-address.ts';

/** The day in Beijing that a date in a partner's feed means, or why it is unclear. */
export type FeedDay = { day: string } | { reason: string };

/** No date is longer, with the names of the day and the time zone. */
const longest = 120;

/**
 * Reads the dates found in feeds: RFC 822 and RFC 3339 as the formats require, and what sites write instead, such as
 * Java and Chinese dates. Without a time zone, Beijing time is assumed, because the partners are there; `CST` means
 * China for the same reason. Ambiguous dates are rejected, because a guess could put a clipping on a wrong day.
 */
export function dayOf(written: string): FeedDay {
  if (written.length > longest) return { reason: `日期写了 ${String(written.length)} 个字，看不懂` };
  const text = written
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[（(]?(?:星期.|周[一二三四五六日天])[)）]?[,，]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return { reason: '没有找到日期' };
  const found = readers.map((read) => read(text)).find((date) => date !== undefined);
  if (!found) return { reason: `日期写的是${shown(written)}，看不懂` };
  if ('reason' in found) return found;
  // Programs write the start of their epoch if no date was filled in.
  if (found.year < 1995) return { reason: `日期写的是${shown(written)}，多半是对方没有填` };
  return checked(inBeijing(found), written);
}

interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** Minutes ahead of UTC; undefined without a time zone. */
  zone: number | undefined;
}
type Reader = (text: string) => Clock | { reason: string } | undefined;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ?)?';
const time =
  '(?:,?[ T]*(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|am|pm)? ?(\\d{1,2})[:时点](\\d{2})(?:[:分](\\d{2})?秒?(?:[.,]\\d+)?)? ?(am|pm)?)?';
const zone = ' ?([a-z]{1,5}|(?:gmt|utc)? ?[+-]\\d{1,2}:?(?:\\d{2})?)?(?: ?\\([^)]*\\))?';
const pattern = (source: string): RegExp => new RegExp(`^${source}$`, 'i');

const yearFirst = pattern(`(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?${time}${zone}`);
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{4})?)?$/i;
const dayFirst = pattern(`${weekday}(\\d{1,2})[ -]${month}[ ,-]*(\\d{4}|\\d{2})${time}${zone}`);
const monthFirst = pattern(`${weekday}${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${time}${zone}`);
/** `Wed Mar 04 09:30:00 CST 2026`: the default format of Java, used by many Chinese sites. */
const java = pattern(`${weekday}${month} (\\d{1,2})${time}${zone} (\\d{4})`);
const yearLast = pattern(`(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${time}${zone}`);

const readers: Reader[] = [
  (text) => {
    // Seconds or milliseconds since 1970, in this century.
    if (!/^1\d{9}(\d{3})?$/.test(text)) return undefined;
    const moment = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return clock(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate(), [
      undefined,
      String(moment.getUTCHours()),
      String(moment.getUTCMinutes()),
      undefined,
      undefined,
      'Z',
    ]);
  },
  (text) => {
    const [, year, mon, day, hour, minute, offset] = compact.exec(text) ?? [];
    if (year === undefined) return undefined;
    return clock(Number(year), Number(mon), Number(day), [
      undefined,
      hour,
      minute,
      undefined,
      undefined,
      offset,
    ]);
  },
  (text) => {
    const [, year, mon, day, ...rest] = yearFirst.exec(text) ?? [];
    return year === undefined ? undefined : clock(Number(year), Number(mon), Number(day), rest);
  },
  (text) => {
    const [, day, name = '', year, ...rest] = dayFirst.exec(text) ?? [];
    return day === undefined ? undefined : clock(fullYear(year), monthOf(name), Number(day), rest);
  },
  (text) => {
    const [, name, day, year, ...rest] = monthFirst.exec(text) ?? [];
    return name === undefined ? undefined : clock(Number(year), monthOf(name), Number(day), rest);
  },
  (text) => {
    const [, name, day, ...rest] = java.exec(text) ?? [];
    if (name === undefined) return undefined;
    return clock(Number(rest.at(-1)), monthOf(name), Number(day), rest.slice(0, -1));
  },
  (text) => {
    const [, first = '', second = '', year = '', ...rest] = yearLast.exec(text) ?? [];
    if (first === '') return undefined;
    if (year.length === 2) return { reason: `日期写的是${shown(text)}，看不出哪个是年` };
    const [a, b] = [Number(first), Number(second)];
    if (a <= 12 && b <= 12 && a !== b)
      return {
        reason: `日期写的是${shown(text)}，看不出是 ${String(a)} 月 ${String(b)} 日还是 ${String(b)} 月 ${String(a)} 日`,
      };
    return a > 12 ? clock(Number(year), b, a, rest) : clock(Number(year), a, b, rest);
  },
];

const fullYear = (year = ''): number => Number(year) + (year.length === 2 ? 2000 : 0);

/** From the groups of `time` and `zone`: half of the day, hour, minute, second, half of the day, zone. */
function clock(
  year: number,
  mon: number,
  day: number,
  [before, hours, minutes, , after, offset]: readonly (string | undefined)[],
): Clock | { reason: string } {
  const half = (before ?? after ?? '').toLowerCase();
  let hour = Number(hours ?? 0);
  // 中午11点 is before noon, 中午1点 after noon.
  const late = /pm|下午|傍晚|晚上/.test(half) || (half === '中午' && hour < 6);
  const early = /am|上午|凌晨/.test(half);
  if (late && hour < 12) hour += 12;
  if (early && hour === 12) hour = 0;
  const ahead = zoneOf(offset);
  if (ahead === null) return { reason: `日期的时区“${offset ?? ''}”看不懂` };
  return {
    year,
    month: mon,
    day,
    hour,
    minute: Number(minutes ?? 0),
    zone: hours === undefined ? undefined : ahead,
  };
}

const zones: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  CST: 480,
  BJT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

/** Undefined if there is none, null if it is unknown. */
function zoneOf(written: string | undefined): number | undefined | null {
  const text = (written ?? '').replaceAll(' ', '').toUpperCase();
  if (text === '') return undefined;
  const [, sign, hours, minutes] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
  return zones[text] ?? null;
}

function inBeijing({ year, month: mon, day, hour, minute, zone: ahead }: Clock): string | undefined {
  const two = (number: number): string => String(number).padStart(2, '0');
  const written = `${String(year).padStart(4, '0')}-${two(mon)}-${two(day)}`;
  if (!isDay(written) || hour > 23 || minute > 59) return undefined;
  if (ahead === undefined) return written;
  return today(new Date(Date.UTC(year, mon - 1, day, hour, minute - ahead)));
}

function checked(day: string | undefined, written: string): FeedDay {
  if (day === undefined) return { reason: `日期写的是${shown(written)}，没有这样的日子` };
  // The last hours of 9999 are in a year of five figures in Beijing, which is written with a sign.
  if (!isDay(day)) return { reason: `日期写的是${shown(written)}，还没有到` };
  if (day > today()) return { reason: `日期是 ${day}，还没有到` };
  return { day };
}
