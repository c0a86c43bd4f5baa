import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import { collectionNames, collectionOf } from './collections.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

/** What is said of these files, beside what each misses by its own description. */
function said(files: Record<string, string>, today?: string): string[] {
  const texts = new Map(
    Object.entries(files).map(([folder, text]) => [`${folder}/index.md`, `---\n${text}\n---\n`]),
  );
  const { problems } = checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody, today });
  return problems.map(({ file, line, message }) => `${file}:${String(line ?? '')} ${message}`);
}

const concern = 'title: 路灯\nslug: deng\nnumber: 2026-001\nreceived: 2026-03-02';

test('a hub that takes concerns cannot be built without the channel; one without concerns can', () => {
  const missing = 'content/channel/index.md: 缺少民情渠道，请建立这个文件。';
  expect(said({ 'concerns/2026/deng': concern })).toContain(missing);
  expect(said({ 'materials/x': 'title: 材料\nslug: x' })).not.toContain(missing);
});

test('a channel lacks people, mechanism and ways one by one', () => {
  const found = said({ channel: 'title: 我要反映\nsummary: 请说。' }).join('\n');
  for (const label of ['谁来听（人员）', '怎么办理（机制）', '在哪里说（渠道）']) {
    expect(found).toContain(`缺少“${label}”`);
  }
  expect(said({ channel: 'title: 我要反映\nsummary: 请说。\npeople: []' }).join('\n')).toContain(
    '“谁来听（人员）”至少 1 项，现在有 0 项。',
  );
});

test('a record of a day to come is refused on the day of the check, and right once the day has come', () => {
  const sentence =
    'content/concerns/2026/deng/index.md:5 “收到日期”（2026-03-02）还没有到，这里只记已经发生的事，请核对日期。';
  expect(said({ 'concerns/2026/deng': concern }, '2026-03-01')).toContain(sentence);
  expect(said({ 'concerns/2026/deng': concern }, '2026-03-02')).not.toContain(sentence);
});

test('a half-filled part is no reason to guess: rules keep still about what is missing', () => {
  const parts = collectionNames.filter((name) => collectionOf(name).single === undefined);
  for (const name of parts) {
    const { fields, byYear, date } = collectionOf(name);
    const lists = Object.entries(fields)
      .filter(([, field]) => field.kind === 'parts')
      .map(([key]) => `${key}:\n  - {}\n  - {}`);
    const day = byYear ? `${date ?? ''}: 2026-03-02T09:00:00+08:00\n` : '';
    const found = said({ [`${name}/x`]: `title: 草稿\nslug: x\n${day}${lists.join('\n')}` });
    const blank = /undefined|NaN|“”|（）/;
    expect(found.filter((sentence) => blank.test(sentence))).toEqual([]);
  }
});
