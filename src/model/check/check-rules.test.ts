import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import { momentInBeijing } from '../calendar-days.ts';
import { collectionNames, collectionOf } from '../collections.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

/** The messages about these files. */
function messagesFor(files: Record<string, string>, now?: string): string[] {
  const texts = new Map(
    Object.entries(files).map(([folder, text]) => [`${folder}/index.md`, `---\n${text}\n---\n`]),
  );
  const { problems } = checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody, now });
  return problems.map(({ file, line, message }) => `${file}:${String(line ?? '')} ${message}`);
}

const concern = 'title: 路灯\nslug: deng\nnumber: 2026-001\nreceived: 2026-03-02';

test('requires the channel only for a hub with concerns', () => {
  const missing = 'content/channel/index.md: 缺少民情渠道，请建立这个文件。';
  expect(messagesFor({ 'concerns/2026/deng': concern })).toContain(missing);
  expect(messagesFor({ 'materials/x': 'title: 材料\nslug: x' })).not.toContain(missing);
});

test('reports missing people, steps and ways of a channel one by one', () => {
  const found = messagesFor({ channel: 'title: 我要反映\nsummary: 请说。' }).join('\n');
  for (const label of ['谁来听（人员）', '怎么办理（机制）', '在哪里说（渠道）']) {
    expect(found).toContain(`缺少“${label}”`);
  }
  expect(messagesFor({ channel: 'title: 我要反映\nsummary: 请说。\npeople: []' }).join('\n')).toContain(
    '“谁来听（人员）”至少 1 项，现在有 0 项。',
  );
});

test('rejects a record with a day in the future until that day', () => {
  const sentence =
    'content/concerns/2026/deng/index.md:5 “收到日期”（2026-03-02）还没有到，这里只记已经发生的事，请核对日期。';
  expect(messagesFor({ 'concerns/2026/deng': concern }, '2026-03-01')).toContain(sentence);
  expect(messagesFor({ 'concerns/2026/deng': concern }, '2026-03-02')).not.toContain(sentence);
});

const notice = (published: string) => `title: 停水\nslug: shui\npublished: ${published}`;
const cases = (published: string) => `title: 案例\nslug: an\npublished: ${published}`;

test.each([
  ['2026-03-01T09:30:00+08:00', '2026-03-01T09:29:59+08:00', true],
  ['2026-03-01T09:30:00+08:00', '2026-03-01T09:30:00+08:00', false],
  // Written without seconds, checked a moment later.
  ['2026-03-01T09:30+08:00', '2026-03-01T09:30:01+08:00', false],
  ['2026-03-02T00:00:00+08:00', '2026-03-01T23:59:59+08:00', true],
  ['2027-03-01T00:00:00+08:00', '2026-12-31T23:59:59+08:00', true],
  // If only the day is known, every hour of it counts as past.
  ['2026-03-01T23:59:00+08:00', '2026-03-01', false],
  ['2026-03-02T00:00:00+08:00', '2026-03-01', true],
])('publication at %s, checked at %s, is in the future: %j', (published, now, ahead) => {
  const sentence = `content/notices/2026/shui/index.md:4 “发布时间”（${published.slice(0, 16).replace('T', ' ')}）还没有到。内容一发布读者就能看到，不会等到那时：请改成现在或以前的时间，或到那时再发布。`;
  expect(messagesFor({ 'notices/2026/shui': notice(published) }, now).includes(sentence)).toBe(ahead);
});

test('a day of publication begins at midnight in Beijing', () => {
  const sentence =
    'content/cases/an/index.md:4 “发布日期”（2026-03-02）还没有到。内容一发布读者就能看到，不会等到那一天：请改成今天或以前的日期，或到那天再发布。';
  const at = (now?: string) => messagesFor({ 'cases/an': cases('2026-03-02') }, now).includes(sentence);
  // Still the first of March in London.
  expect(at(momentInBeijing(new Date('2026-03-01T16:00:00Z')))).toBe(false);
  expect(at(momentInBeijing(new Date('2026-03-01T15:59:59Z')))).toBe(true);
  expect([at('2026-03-01'), at('2026-03-02'), at('2030-01-01T00:00:00+08:00'), at()]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('every collection with a publication date rejects one in the future', () => {
  const free = collectionNames.filter((name) => {
    const { published } = collectionOf(name).fields;
    if (published === undefined) return false;
    const known = published.kind === 'day' || published.kind === 'moment';
    const held = known && (published.goesLive ?? (published.kind === 'day' && published.past));
    return !held;
  });
  expect(free).toEqual([]);
});

test('rules report nothing about missing fields of incomplete parts', () => {
  const parts = collectionNames.filter((name) => collectionOf(name).single === undefined);
  for (const name of parts) {
    const { fields, byYear, date } = collectionOf(name);
    const lists = Object.entries(fields)
      .filter(([, field]) => field.kind === 'parts')
      .map(([key]) => `${key}:\n  - {}\n  - {}`);
    const day = byYear ? `${date ?? ''}: 2026-03-02T09:00:00+08:00\n` : '';
    const found = messagesFor({ [`${name}/x`]: `title: 草稿\nslug: x\n${day}${lists.join('\n')}` });
    const blank = /undefined|NaN|“”|（）/;
    expect(found.filter((sentence) => blank.test(sentence))).toEqual([]);
  }
});
