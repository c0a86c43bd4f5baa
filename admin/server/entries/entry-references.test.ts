import { describe, expect, test } from 'vitest';
import { collectionOf } from '../../../src/model/collections.ts';
import { moveBetween, withFormerAddress } from './moved-text.ts';
import { withReferencesMoved } from './entry-references.ts';

const move = moveBetween('notices/2026/ting-shui', 'notices/2027/tingshui');
const inBody = (body: string): string => {
  const head = '---\ntitle: 另一篇 # /notices/2026/ting-shui/\n---\n\n';
  const moved = withReferencesMoved(collectionOf('notices'), head + body, [move]);
  expect(moved.startsWith(head)).toBe(true);
  return moved.slice(head.length);
};

test.each([
  ['in a sentence', '见[通知](/notices/2026/ting-shui/)。', '见[通知](/notices/2027/tingshui/)。'],
  ['without its slash', '见[通知](/notices/2026/ting-shui)。', '见[通知](/notices/2027/tingshui)。'],
  [
    'with a fragment',
    '[表](/notices/2026/ting-shui/#h-时间 "时间")',
    '[表](/notices/2027/tingshui/#h-时间 "时间")',
  ],
  [
    'without slash, with a fragment',
    '[表](/notices/2026/ting-shui#时间)',
    '[表](/notices/2027/tingshui#时间)',
  ],
  ['in angle brackets', '[表](</notices/2026/ting-shui/>)', '[表](</notices/2027/tingshui/>)'],
  [
    'with a reference definition used twice',
    '[甲][t]和[乙][t]\n\n[t]: /notices/2026/ting-shui/ "题"\n',
    '[甲][t]和[乙][t]\n\n[t]: /notices/2027/tingshui/ "题"\n',
  ],
  [
    'with a definition used twice, and not the address next to it',
    '[甲][t]和[乙][t]在 /notices/2026/ting-shui/。\n\n[t]: /notices/2026/ting-shui/\n',
    '[甲][t]和[乙][t]在 /notices/2026/ting-shui/。\n\n[t]: /notices/2027/tingshui/\n',
  ],
  [
    'not the same address in text and code',
    '[表](/notices/2026/ting-shui/)在 /notices/2026/ting-shui/，即 `/notices/2026/ting-shui/`。',
    '[表](/notices/2027/tingshui/)在 /notices/2026/ting-shui/，即 `/notices/2026/ting-shui/`。',
  ],
  [
    'with the address as its text',
    '[/notices/2026/ting-shui/](/notices/2026/ting-shui/)',
    '[/notices/2026/ting-shui/](/notices/2027/tingshui/)',
  ],
  [
    'in a table, a list and a footnote, with Windows line breaks',
    '| [a](/notices/2026/ting-shui/) |\r\n| --- |\r\n| b |\r\n\r\n- [c](/notices/2026/ting-shui)[^1]\r\n\r\n[^1]: [d](/notices/2026/ting-shui/)\r\n',
    '| [a](/notices/2027/tingshui/) |\r\n| --- |\r\n| b |\r\n\r\n- [c](/notices/2027/tingshui)[^1]\r\n\r\n[^1]: [d](/notices/2027/tingshui/)\r\n',
  ],
])('updates a link: %s', (_, before, after) => {
  expect(inBody(before)).toBe(after);
});

test.each([
  ['an address in a sentence', '地址是 /notices/2026/ting-shui/，请记下。'],
  ['code', '`[a](/notices/2026/ting-shui/)`'],
  ['a block of code', '```\n[a](/notices/2026/ting-shui/)\n```'],
  ['another entry with the same prefix', '[a](/notices/2026/ting-shui-2/)'],
  ['a subpage', '[a](/notices/2026/ting-shui/x/)'],
  ['a page of another site', '[a](https://example.cn/notices/2026/ting-shui/)'],
  ['the slug as a word', 'ting-shui'],
])('does not change %s', (_, body) => {
  expect(inBody(body)).toBe(body);
});

describe('fields', () => {
  const org = moveBetween('orgs/shequ', 'orgs/2026');
  const page = moveBetween('activities/2026/huodong', 'activities/2026/xin');
  const moved = (name: 'meetings' | 'projects' | 'site' | 'notices', fields: string, by = org): string =>
    withReferencesMoved(collectionOf(name), `---\n${fields}\n---\n`, [by]).slice(4, -5);

  test('updates relations in block lists, flow lists and parts, keeping their notation', () => {
    expect(moved('notices', 'title: shequ\nslug: shequ\norgs:\n  - houqin\n  - shequ # 社区\n')).toBe(
      'title: shequ\nslug: shequ\norgs:\n  - houqin\n  - "2026" # 社区\n',
    );
    expect(moved('notices', "orgs: [houqin, 'shequ']   # 两家")).toBe("orgs: [houqin, '2026']   # 两家");
    expect(moved('meetings', 'decisions:\n  - number: 1\n    owner: "shequ"\n    text: shequ\n')).toBe(
      'decisions:\n  - number: 1\n    owner: "2026"\n    text: shequ\n',
    );
  });

  test('keeps relations to another collection with the same slug', () => {
    const text = 'series: shequ\norgs: [shequ]';
    expect(moved('notices', text, moveBetween('materials/shequ', 'materials/x'))).toBe(text);
  });

  test('updates addresses in fields, keeping the fragment', () => {
    expect(
      moved('projects', 'records:\n  - stage: do\n    evidence: /activities/2026/huodong/#结果\n', page),
    ).toBe('records:\n  - stage: do\n    evidence: /activities/2026/xin/#结果\n');
    expect(moved('site', 'pins:\n  - word: 活动\n    page: "/activities/2026/huodong"\n', page)).toBe(
      'pins:\n  - word: 活动\n    page: "/activities/2026/xin"\n',
    );
  });

  test('updates only addresses when just the year changes', () => {
    const text = 'activities: [huodong]\nevidence: x';
    expect(moved('projects', text, moveBetween('activities/2025/huodong', 'activities/2026/huodong'))).toBe(
      text,
    );
  });

  test('keeps old addresses', () => {
    const text = 'slug: xin\nformerly:\n  - address: /activities/2026/huodong/';
    expect(moved('notices', text, page)).toBe(text);
  });

  test('keeps unparseable front matter', () => {
    const text = '---\norgs: [shequ\n---\n';
    expect(withReferencesMoved(collectionOf('notices'), text, [org])).toBe(text);
    expect(withReferencesMoved(collectionOf('notices'), 'shequ', [org])).toBe('shequ');
  });
});

test('records each old address once, and never the current one', () => {
  const text = '---\ntitle: 通知 # 注\nslug: c\n---\n\n正文 \n';
  const first = withFormerAddress('notices', text, 'notices/2026/a', 'notices/2026/b');
  expect(first).toBe(
    '---\ntitle: 通知 # 注\nslug: c\nformerly:\n  - address: /notices/2026/a/\n---\n\n正文 \n',
  );
  const second = withFormerAddress('notices', first, 'notices/2026/b', 'notices/2026/c');
  expect(second).toContain('formerly:\n  - address: /notices/2026/a/\n  - address: /notices/2026/b/\n---');
  expect(withFormerAddress('notices', second, 'notices/2026/c', 'notices/2026/a')).toContain(
    'formerly:\n  - address: /notices/2026/b/\n  - address: /notices/2026/c/\n---',
  );
  const back = withFormerAddress('notices', first, 'notices/2026/a', 'notices/2026/a');
  expect(back).toBe(text);
});
