import { beforeEach, expect, test, vi } from 'vitest';

const content = vi.hoisted(() => new Map<string, { id: string; data: object }[]>());
vi.mock('astro:content', () => ({ getCollection: (name: string) => content.get(name) ?? [] }));
const { asideOf, filtersOf } = await import('./section-links.ts');

const addEntries = (name: string, ...entries: Record<string, unknown>[]): void => {
  content.set(
    name,
    entries.map((fields, at) => ({
      id: `${name}-${String(at)}`,
      data: { address: `/${name}/${String(at)}/`, folder: '', text: '', fields },
    })),
  );
};

beforeEach(() => {
  content.clear();
});

test('links the years of events and marks the current one', async () => {
  addEntries(
    'events',
    { title: '义诊', start: '2026-03-05T09:00:00+08:00' },
    { title: '理发', start: '2025-12-05T09:00:00+08:00' },
    { title: '磨刀', start: '2025-11-05T09:00:00+08:00' },
  );
  expect(await asideOf('events', { year: '2025' })).toEqual({
    years: [
      { label: '2026 年', address: '/events/2026/', count: 1, current: false },
      { label: '2025 年', address: '/events/2025/', count: 2, current: true },
    ],
  });
});

test('puts the link to all materials before the kinds', async () => {
  addEntries('materials', { title: '甲', kind: 'law', published: '2026-01-01' });
  const whole = { label: '全部', address: '/materials/', count: 1 };
  const law = { label: '法律法规', address: '/materials/kind/law/', count: 1 };
  expect((await asideOf('materials')).kinds).toEqual([
    { ...whole, current: true },
    { ...law, current: false },
  ]);
  expect((await asideOf('materials', { part: 'law' })).kinds.map(({ current }) => current)).toEqual([
    false,
    true,
  ]);
});

test('counts the decisions of all meetings and lists kinds and years', async () => {
  const decision = { number: 1, text: '修坡道', owner: 'houqin', due: '2026-04-01' };
  addEntries(
    'meetings',
    { title: '春', kind: 'joint', convener: 'a', date: '2026-03-01', decisions: [decision] },
    { title: '冬', kind: 'joint', convener: 'a', date: '2025-12-01' },
  );
  const aside = await asideOf('meetings', { part: 'joint', year: '2026' });
  expect(aside).toMatchObject({
    decisions: 1,
    kinds: [{ address: '/meetings/kind/joint/', count: 2, current: true }],
    year: '2026',
  });
  expect(aside.years.map(({ year }) => year)).toEqual(['2026', '2025']);
});

test('adds the channel next to the concerns, if there is one', async () => {
  addEntries('concerns', { number: '2026-001', title: '路灯', received: '2026-02-01' });
  expect((await asideOf('concerns')).channel).toBeUndefined();
  addEntries('channel', { title: '我要反映', ways: [] });
  const { channel, years } = await asideOf('concerns');
  expect(channel?.data.title).toBe('我要反映');
  expect(years.map(({ year }) => year)).toEqual(['2026']);
});

test('shows no filter if all cases have the same result', async () => {
  addEntries('cases', { title: '甲', result: 'failed', published: '2026-01-01' });
  expect((await filtersOf('cases')).links).toEqual([]);
  addEntries(
    'cases',
    { title: '甲', result: 'failed', published: '2026-01-01' },
    { title: '乙', result: 'success', published: '2026-02-01' },
  );
  const { links } = await filtersOf('cases', { part: 'failed' });
  expect(links.map(({ address, count, current }) => [address, count, current])).toEqual([
    ['/cases/', 2, false],
    ['/cases/result/success/', 1, false],
    ['/cases/result/failed/', 1, true],
  ]);
  expect((await filtersOf('cases')).links[0]?.current).toBe(true);
});

test('counts the parts of concerns and projects, the whole list first', async () => {
  const concern = { title: '路灯', received: '2026-02-01', due: '2026-02-10' };
  addEntries(
    'concerns',
    {
      ...concern,
      number: '2026-001',
      log: [{ day: '2026-02-03', state: 'solved', org: 'houqin', answer: '修好了。' }],
    },
    { ...concern, number: '2026-002' },
  );
  const { links } = await filtersOf('concerns', { part: 'overdue' });
  expect(links[0]).toEqual({ label: '全部', address: '/concerns/', count: 2, current: false });
  expect(links.find(({ current }) => current)).toEqual({
    label: '过了期限',
    address: '/concerns/state/overdue/',
    count: 1,
    current: true,
  });
  addEntries(
    'projects',
    { title: '坡道', start: '2026-01-01', due: '2026-02-01' },
    { title: '热饭', start: '2026-01-01', due: '2026-02-01', ended: '2026-01-20', outcome: 'done' },
  );
  const { tallies, rules } = await filtersOf('projects');
  expect(tallies.map(({ label, value, current }) => [label, value, current])).toEqual([
    ['全部', 2, true],
    ['逾期', 1, false],
    ['办成', 1, false],
  ]);
  expect(rules.join('')).toContain('逾期：');
});
