import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import {
  aboutConcern,
  aboutProject,
  aboutSeries,
  announcementOf,
  mentionsIn,
} from '../src/library/ledgers/reports/connections.ts';
import { annualReport, yearsOfReports } from '../src/library/ledgers/reports/annual-report.ts';
import { figuresOf } from '../src/library/ledgers/reports/ledger-figures.ts';
import { remindersOf } from '../src/library/ledgers/reports/reminders.ts';
import { dutiesOf } from '../src/library/ledgers/reports/responsibilities.ts';
import type { Ledgers } from '../src/library/ledgers/row.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { collectionNames } from '../src/model/collections.ts';

let hub: Ledgers;

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, 'fixtures/whole-ledgers/content');
  const { entries } = checkSiteContent(await readContentFolder(folder));
  hub = Object.fromEntries(
    collectionNames.map((name) => [name, entries.filter(({ collection }) => collection === name)]),
  ) as unknown as Ledgers;
});

test('links lead from a meeting to its result and back', () => {
  const decision = hub.meetings[0]?.data.decisions?.[0];
  const project = aboutProject(decision?.project ?? '', hub);
  expect(project.decisions.map(({ address }) => address)).toEqual([
    '/meetings/2026/0318-lianxi/#decisions-1',
  ]);
  expect(project.items.map(({ address }) => address)).toEqual([
    '/agreements/gongjian-2025/#items-1',
    '/agreements/gongjian-2026/#items-1',
  ]);
  expect(project.activities.map(({ slug }) => slug)).toEqual(['0411-podao-kaigong']);
  expect(project.needs.map(({ slug }) => slug)).toEqual(['podao']);
  expect(project.concerns.map(({ slug }) => slug)).toEqual(['2026-001-podao']);
  expect(project.cases.map(({ slug }) => slug)).toEqual(['podao']);

  expect(
    mentionsIn(hub)
      .get('/activities/2026/0411-podao-kaigong/')
      ?.map(({ address }) => address)
      .sort(),
  ).toEqual(['/cases/podao/', '/deliberations/chongdianzhuang/', '/projects/podao/']);
  expect(mentionsIn(hub).get('/cases/podao/')).toEqual([{ title: '北门坡道', address: '/projects/podao/' }]);
  expect(aboutConcern('2026-001-podao', hub).meetings.map(({ slug }) => slug)).toEqual(['0318-lianxi']);
  expect(aboutSeries('podao-zhoumo', hub).events.map(({ slug }) => slug)).toEqual(['0411-podao-kaigong']);
  expect(announcementOf('0411-podao-kaigong', hub)?.address).toBe('/events/2026/0411-podao-kaigong/');
});

test('a unit’s unfinished work is listed, the most overdue first', () => {
  const duties = dutiesOf('shequ', hub, '2026-06-10').map(({ kind, role, state, daysOver }) => [
    kind,
    role,
    state,
    daysOver,
  ]);
  expect(duties).toEqual([
    // No unit has taken it, so the first unit of the channel is responsible.
    ['concern', '办理', '待受理', 93],
    ['concern', '办理', '重新办理', 79],
    ['decision', '牵头', '已逾期', 10],
    ['seat', '召集单位', undefined, 0],
    ['need', '提出', undefined, 0],
  ]);
  expect(dutiesOf('shequ', hub, '2026-06-10')[1]).toMatchObject({
    title: '2026-001 北门没有坡道',
    address: '/concerns/2026/2026-001-podao/',
    due: '2026-03-23',
  });
  expect(dutiesOf('houqin', hub, '2026-06-10').map(({ kind, role }) => `${kind} ${role}`)).toContain(
    'item 负责',
  );
});

test('every figure says how it is counted and where to check it', () => {
  const figures = figuresOf(hub, '2026-06-30');
  const value = (key: string) => figures.find((figure) => figure.key === key)?.value;
  expect(value('projects-done-share')).toBe(100);
  expect(value('decisions-overdue')).toBe(1);
  expect(value('agreements')).toBe(1);
  expect(value('concerns')).toBe(2);
  expect(value('concerns-open')).toBe(1);
  expect(value('concerns-median')).toBe(7);
  expect(value('needs-longest')).toBeUndefined();
  expect(value('services-stale')).toBe(0);
  // The part of the list with just these entries; the whole list when the figure is 0.
  const address = (key: string) => figures.find((figure) => figure.key === key)?.address;
  expect(address('decisions-overdue')).toBe('/meetings/decisions/#overdue');
  expect(address('concerns')).toBe('/concerns/2026/');
  expect(address('projects-overdue')).toBe('/projects/');
  for (const { rule, section, address, unit } of figures) {
    expect(rule.length).toBeGreaterThan(4);
    expect(address.startsWith(`/${section}/`), address).toBe(true);
    expect(unit).not.toBe('');
  }
  expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
});

test('the report of a year has eight headings, and each number is counted from the content', () => {
  expect(yearsOfReports(hub, '2026-06-30')[0]).toBe('2026');
  const report = annualReport(hub, '2026', '2026-06-30');
  expect(report.map(({ label }) => label)).toEqual([
    '信息发布',
    '专栏专题',
    '解读回应',
    '办事服务',
    '互动交流',
    '安全防护',
    '移动新媒体',
    '创新发展',
  ]);
  const value = (label: string) =>
    report.flatMap(({ rows }) => rows).find((row) => row.label === label)?.value;
  expect(value('收到并公开的民情')).toBe(2);
  expect(value('答复用时')).toBe(7);
  expect(value('会上定下的事')).toBe(2);
  expect(value('开过的会')).toBe(1);
  // What the content does not have is not reported.
  expect(value('安全检测')).toBeUndefined();
  // A year in the future has nothing.
  expect(
    annualReport(hub, '2030', '2026-06-30')
      .flatMap(({ rows }) => rows)
      .filter(({ value: number, label }) => (number ?? 0) > 0 && label !== '便民服务'),
  ).toEqual([]);
});

test('what became wrong only with time is shown, not refused', () => {
  const problemsOn = (today: string) =>
    remindersOf(hub, today).map(({ kind, address, message }) => `${kind} ${address} ${message}`);
  expect(problemsOn('2026-06-19')).toEqual([
    'concern /concerns/2026/2026-002-ludeng/ 过了答复期限 102 天，请答复或写明进展。',
    'concern /concerns/2026/2026-001-podao/ 过了答复期限 88 天，请答复或写明进展。',
    'decision /meetings/2026/0318-lianxi/#decisions-2 过了期限 19 天，请写上了结的日期和依据，或在下次会上说明。',
  ]);
  expect(problemsOn('2027-03-31').slice(2)).toEqual([
    'agreement /agreements/gongjian-2026/ 还有 30 天到期，请商量续签。',
    'need /needs/xiaqi/ 已经等了 90 天，还没有合适的资源，请提到下次联席会议上。',
    'service /services/weixiu/ 303 天没有核实了，请打电话问一声，再改“最近核实”。',
  ]);
});

test('a decision continued by a later meeting is counted once everywhere', () => {
  const [meeting] = hub.meetings;
  const open = meeting?.data.decisions?.find(({ closed }) => closed === undefined);
  if (!meeting || !open) throw new Error('The fixture has a decision that is still open.');
  const later = {
    ...meeting,
    slug: 'later',
    address: '/meetings/2026/later/',
    data: {
      ...meeting.data,
      title: '后来的会',
      date: '2026-06-20',
      decisions: [
        {
          ...open,
          number: 1,
          due: '2026-06-25',
          continues: [{ meeting: meeting.slug, number: open.number }],
        },
      ],
    },
  };
  const both: Ledgers = { ...hub, meetings: [later, meeting] };
  const today = '2026-06-30';
  const figure = (ledgers: Ledgers, key: string) =>
    figuresOf(ledgers, today).find((each) => each.key === key)?.value;
  const reported = (ledgers: Ledgers, label: string) =>
    annualReport(ledgers, '2026', today)
      .flatMap(({ rows }) => rows)
      .find((row) => row.label === label)?.value;
  for (const key of ['decisions-open', 'decisions-overdue']) expect(figure(both, key)).toBe(figure(hub, key));
  for (const label of ['会上定下的事', '了结的事']) expect(reported(both, label)).toBe(reported(hub, label));
  const late = (ledgers: Ledgers) =>
    remindersOf(ledgers, today).flatMap(({ kind, address }) => (kind === 'decision' ? [address] : []));
  expect(late(both)).toEqual(['/meetings/2026/later/#decisions-1']);
  const duties = (ledgers: Ledgers) =>
    dutiesOf(open.owner, ledgers, today).filter(({ kind }) => kind === 'decision').length;
  expect(duties(both)).toBe(duties(hub));
});

test('menus are counted by their Mondays, for future weeks and each canteen too', () => {
  const [menu] = hub.menus;
  if (!menu) throw new Error('The fixture has a menu.');
  const of = (week: string, place: string): typeof menu => ({
    ...menu,
    slug: `${week}-${place}`,
    data: { ...menu.data, week, place },
  });
  const menus = [
    of('2025-12-29', '一食堂'),
    of('2026-06-29', '一食堂'),
    of('2026-06-29', '二食堂'),
    of('2026-07-06', '一食堂'),
  ];
  const row = (year: string) =>
    annualReport({ ...hub, menus }, year, '2026-06-30')
      .flatMap(({ rows }) => rows)
      .find(({ label }) => label === '公布的食堂菜单');
  expect(row('2026')).toMatchObject({ value: 3, unit: '份', address: '/menus/2026/' });
  expect(row('2025')).toMatchObject({ value: 1, address: '/menus/2025/' });
  expect(row('2024')).toMatchObject({ value: 0, address: '/menus/' });
});
