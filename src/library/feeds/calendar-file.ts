import ICAL from 'ical.js';
import { onPage } from '../../html/page-fault.ts';
import { calendarSafe } from '../../site/output-safety.ts';
import type { Row } from '../ledgers/row.ts';

/**
 * Events as iCalendar (RFC 5545). Written with ical.js, which folds by octets (a Chinese character has three) and
 * escapes by the type of each value. ical-generator 11.1.2 and ts-ics write local times in the time zone of the build
 * machine. The test reads the files back with ts-ics.
 */
export interface CalendarFile {
  name: string;
  description: string;
  /** Address of the site: its host makes the UIDs of the events unique. */
  site: URL;
  /** Absolute address of an event's page. */
  pageOf: (event: Row<'events'>) => string;
  /** Names of units, to show who organises an event. */
  orgNames: ReadonlyMap<string, string>;
}

export function calendarFile(events: readonly Row<'events'>[], file: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', `-//${file.site.host}//gongjian-hub//ZH`);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', calendarSafe(file.name));
  calendar.addPropertyWithValue('x-wr-caldesc', calendarSafe(file.description));
  calendar.addPropertyWithValue('x-wr-timezone', zone);
  // Twice a day is enough for a neighbourhood. Without this, some programs ask every quarter of an hour.
  const refresh = calendar.addPropertyWithValue('refresh-interval', 'PT12H');
  refresh.setParameter('value', 'DURATION');
  calendar.addPropertyWithValue('x-published-ttl', 'PT12H');
  calendar.addSubcomponent(timeZone());
  for (const event of events) {
    calendar.addSubcomponent(onPage(event.address, () => eventOf(event, file)));
  }
  return `${calendar.toString()}\r\n`;
}

const zone = 'Asia/Shanghai';

// ical.js 2.2.1 does not count the space at the start of a folded line; the RFC allows 75 octets including it.
ICAL.foldLength = 74;

/** China has had one time zone without summer time since 1991. */
const timeZone = (): ICAL.Component =>
  new ICAL.Component(
    ICAL.parse(
      [
        'BEGIN:VTIMEZONE',
        `TZID:${zone}`,
        'BEGIN:STANDARD',
        'DTSTART:19910915T000000',
        'TZOFFSETFROM:+0900',
        'TZOFFSETTO:+0800',
        'TZNAME:CST',
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n'),
    ) as unknown as unknown[],
  );

/** An event in 筹备中 may still be moved, so calendars show it as tentative. */
const statuses = {
  planned: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  held: 'CONFIRMED',
  cancelled: 'CANCELLED',
} as const;

function eventOf(event: Row<'events'>, file: CalendarFile): ICAL.Component {
  const { data } = event;
  const component = new ICAL.Component('vevent');
  const add = (name: string, value: string | number): ICAL.Property =>
    component.addPropertyWithValue(name, typeof value === 'string' ? calendarSafe(value) : value);
  const utc = (name: string, moment: string): void => {
    component.addPropertyWithValue(name, ICAL.Time.fromJSDate(new Date(moment), true));
  };
  const local = (name: string, moment: string): void => {
    const property = component.addPropertyWithValue(
      name,
      new ICAL.Time(partsOf(moment), ICAL.Timezone.localTimezone),
    );
    property.setParameter('tzid', zone);
  };
  const changed = data.changed ?? data.published;
  // From the page address, which never changes after publication, so subscribers do not get the event twice.
  add('uid', `${event.address.replace(/^\/|\/$/g, '').replaceAll('/', '-')}@${file.site.host}`);
  // The last change, not the time of the build: two builds write the same file.
  utc('dtstamp', changed);
  utc('created', data.published);
  utc('last-modified', changed);
  add('sequence', sequenceOf(event));
  local('dtstart', data.start);
  if (data.end !== undefined) local('dtend', data.end);
  add('summary', data.state === 'cancelled' ? `【已取消】${data.title}` : data.title);
  add('location', data.place);
  add('description', descriptionOf(event, file));
  add('url', file.pageOf(event));
  add('status', statuses[data.state]);
  if (data.state === 'cancelled') add('transp', 'TRANSPARENT');
  return component;
}

/**
 * Rule: minutes from publication to the last change. SEQUENCE must grow with every change, and the minute of the
 * change does so without editors having to count.
 */
export function sequenceOf({ data }: Row<'events'>): number {
  if (data.changed === undefined) return 0;
  const minutes = (Date.parse(data.changed) - Date.parse(data.published)) / 60_000;
  return Math.max(1, Math.round(minutes));
}

function descriptionOf(event: Row<'events'>, { orgNames, pageOf }: CalendarFile): string {
  const { data } = event;
  const orgs = data.orgs.map((org) => orgNames.get(org) ?? org).join('、');
  return [
    data.state === 'cancelled' && `取消原因：${data.cancelReason ?? '见网页'}`,
    data.summary,
    `主办：${orgs}`,
    data.audience && `谁可以来：${data.audience}`,
    data.howToJoin && `怎么参加：${data.howToJoin}`,
    data.phone && `咨询电话：${data.phone}`,
    pageOf(event),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

/** The local time as written in the moment, which is Beijing time. The seconds may be missing. */
function partsOf(moment: string): Record<string, number | boolean> {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = moment
    .replace(/\+.*$/, '')
    .split(/[-T:]/)
    .map(Number);
  return { year, month, day, hour, minute, second, isDate: false };
}
