import { expect, test } from 'vitest';
import type { CollectionName } from '../../model/collections.ts';
import { itemsOf } from '../ledgers/joint/agreement-terms.ts';
import { matchOf } from '../ledgers/joint/need-matches.ts';
import type { Row } from '../ledgers/row.ts';
import { agreementLine, itemLine } from './agreement-lines.ts';
import { allergensOf, dishMarks } from './dish-words.ts';
import { plainLine } from './entry-lines.ts';
import { deliberationLine, deliberationMark, meetingLine } from './meeting-lines.ts';
import { needLine, resourceMark } from './need-lines.ts';
import { caseLine, projectLine, projectTime } from './project-lines.ts';

const row = <N extends CollectionName>(address: string, data: object): Row<N> =>
  ({ slug: address.split('/').at(-2), address, data: { title: '题目', ...data } }) as unknown as Row<N>;

const project = (data: object = {}): Row<'projects'> =>
  row('/projects/podao/', { due: '2026-03-31', ...data });

test.each([
  ['2026-03-29', {}, '还有 2 天，2026年3月31日到期'],
  ['2026-03-31', {}, '今天到期'],
  ['2026-04-02', {}, '过了期限 2 天'],
  ['2026-04-02', { ended: '2026-03-02', outcome: 'done' }, '2026年3月2日结束'],
])('says on %s how long the project %o has left', (today, data, text) => {
  expect(projectTime(project(data), today)).toBe(text);
});

test('shows the state and stage of a project', () => {
  const records = [{ round: 2, stage: 'check', day: '2026-03-01' }];
  expect(projectLine(project({ records, sample: true }), '2026-04-02')).toEqual({
    title: '题目',
    address: '/projects/podao/',
    mark: { word: '已逾期', tone: 'caution' },
    about: ['第 2 轮·检查', '过了期限 2 天'],
    sample: true,
  });
  expect(projectLine(project(), '2026-03-29')).toMatchObject({
    mark: { word: '未开始', tone: 'plain' },
    about: [undefined, '还有 2 天，2026年3月31日到期'],
  });
});

test('quotes why the result of a case differs from that of its project', () => {
  const line = caseLine(row('/cases/a/', { result: 'failed', published: '2026-03-02', differs: '没人用' }));
  expect(line).toMatchObject({
    mark: { word: '没有办成', tone: 'caution' },
    about: ['2026年3月2日'],
    quote: '没人用',
  });
});

test('shows term, number of items and days left of an agreement', () => {
  const items = [{ number: 1, text: '开放会议室', owners: ['houqin'] }];
  const agreement = (data: object = {}): Row<'agreements'> =>
    row('/agreements/a/', { since: '2026-01-01', until: '2026-12-31', items, ...data });
  expect(agreementLine(agreement(), [], '2026-12-01')).toMatchObject({
    mark: { word: '即将到期', tone: 'caution' },
    about: ['2026年1月1日—2026年12月31日', '1 条约定', '还有 30 天'],
  });
  const ended = agreement({ ended: '2026-06-01' });
  expect(agreementLine(ended, [], '2026-12-01')).toMatchObject({
    mark: { word: '提前终止', tone: 'caution' },
    about: ['2026年1月1日—2026年12月31日', '1 条约定', undefined],
  });
  expect(agreementLine(agreement(), [], '2027-01-01').about.at(-1)).toBeUndefined();
  expect(itemsOf([agreement()]).map(itemLine)).toMatchObject([
    { title: '开放会议室', address: '/agreements/a/#items-1', about: ['题目第 1 条'] },
  ]);
});

test('shows how long a need has waited, until it is matched', () => {
  const need = (data: object = {}): Row<'needs'> =>
    row('/needs/a/', { kind: 'venue', since: '2026-03-01', ...data });
  const lineOf = (data?: object) =>
    needLine(matchOf(need(data), { resources: [], projects: [] }, '2026-03-10'));
  expect(lineOf().mark).toEqual({ word: '还没配上，等了 9 天', tone: 'caution' });
  expect(lineOf({ matched: '2026-03-02' }).mark).toEqual({ word: '已配上', tone: 'good' });
  expect(lineOf().about.at(-1)).toBe('2026年3月1日提出');
});

test('says that a resource is not yet, now or no longer on offer', () => {
  const resource = row<'resources'>('/resources/a/', { since: '2026-03-02', until: '2026-03-04' });
  const words = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map(
    (day) => resourceMark(resource, day).word,
  );
  expect(words).toEqual(['还没开始', '正在提供', '正在提供', '已停止提供']);
});

test('shows kind, day and number of decisions of a meeting', () => {
  const meeting = (data: object): Row<'meetings'> =>
    row('/meetings/2026/a/', { kind: 'joint', date: '2026-03-18', ...data });
  expect(meetingLine(meeting({ decisions: [{}, {}] })).about).toEqual([
    '联席会议',
    '2026年3月18日',
    '2 条决定',
  ]);
  expect(meetingLine(meeting({})).about).toEqual(['联席会议', '2026年3月18日', undefined]);
});

test('shows the outcome of a deliberation once there is one', () => {
  const deliberation = (data: object): Row<'deliberations'> =>
    row('/deliberations/a/', { started: '2026-03-01', ...data });
  expect(deliberationMark(deliberation({}))).toEqual({ word: '还在商量', tone: 'plain' });
  expect(deliberationLine(deliberation({ outcome: 'none' }))).toMatchObject({
    mark: { word: '未达成一致', tone: 'caution' },
    about: ['2026年3月1日开始'],
  });
});

test('shows the given facts of an entry without a state', () => {
  const service = row<'services'>('/services/a/', {});
  expect(plainLine(service, '每天', undefined)).toEqual({
    title: '题目',
    address: '/services/a/',
    about: ['每天', undefined],
    sample: undefined,
  });
});

const dish = { name: '蒸蛋', days: ['mon' as const], meal: 'lunch' as const };

test('lists marks and allergens in words', () => {
  expect(dishMarks({ ...dish, marks: ['soft'] })).toEqual(['软烂']);
  expect(allergensOf({ ...dish, allergens: ['egg', 'soy'] })).toBe('含蛋、大豆');
});

test('shows nothing for a dish without marks and allergens', () => {
  expect(dishMarks(dish)).toEqual([]);
  expect(allergensOf(dish)).toBeUndefined();
  expect(allergensOf({ ...dish, allergens: [] })).toBeUndefined();
});
