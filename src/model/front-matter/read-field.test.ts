import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Fields } from '../fields.ts';
import { readFields } from './read-field.ts';

/** What is read of these lines, and what is said of them. */
function read(fields: Fields, ...lines: string[]) {
  const told: string[] = [];
  const data = readFields(
    fields,
    parseDocument(lines.join('\n')).contents as Node,
    (_node, label, message) => {
      told.push(`${label ?? ''}：${message}`);
    },
  );
  return { data, told };
}
const number = (limits: object): Fields =>
  ({ count: { kind: 'number', label: '人数', ...limits } }) as Fields;
const saidOf = (limits: object, value: string): string[] => read(number(limits), `count: ${value}`).told;

test('a number within its limits is read, the limits included', () => {
  expect(read(number({ min: 1, max: 9 }), 'count: 1')).toEqual({ data: { count: 1 }, told: [] });
  expect(saidOf({ min: 1, max: 9 }, '9')).toEqual([]);
});

test('a number beyond them is told with the limits there are', () => {
  expect(saidOf({ min: 1, max: 9, unit: '人' }, '10')).toEqual([
    '人数：“人数”应不小于 1 人、不大于 9 人，现在是 10 人。',
  ]);
  expect(saidOf({ min: 1 }, '0')).toEqual(['人数：“人数”应不小于 1，现在是 0。']);
  expect(saidOf({ max: 9 }, '10')).toEqual(['人数：“人数”应不大于 9，现在是 10。']);
  expect(saidOf({ whole: true }, '1.5')).toEqual(['人数：“人数”要写成整数，现在是 1.5。']);
});

const parts: Fields = {
  steps: {
    kind: 'parts',
    label: '步骤',
    part: '步',
    min: 1,
    max: 2,
    fields: { text: { kind: 'text', label: '做什么' } },
  },
} as Fields;

test('a list has as many parts as it may, and each is read', () => {
  expect(read(parts, 'steps:', '  - text: 一', '  - text: 二')).toEqual({
    data: { steps: [{ text: '一' }, { text: '二' }] },
    told: [],
  });
  expect(read(parts, 'steps: [{ text: 一 }, { text: 二 }, { text: 三 }]').told).toEqual([
    '步骤：“步骤”最多 2 项，现在有 3 项。',
  ]);
  expect(read(parts, 'steps: []').told).toEqual(['步骤：“步骤”至少 1 项，现在有 0 项。']);
});

test('the body is not written among the fields', () => {
  const body = { body: { kind: 'markdown', label: '正文', optional: true } } as Fields;
  expect(read(body, 'body: 一段').told).toEqual(['正文：“正文”请写在两条 --- 线的下面，不要写在上面。']);
});

test('a text is as long as it may be, counted in characters', () => {
  const title = { title: { kind: 'text', label: '标题', max: 3, min: 2 } } as Fields;
  const said = (value: string): string[] => read(title, `title: ${value}`).told;
  expect(said('停水了')).toEqual([]);
  expect(said('𠮷野家')).toEqual([]);
  expect(said('停水通知')).toHaveLength(1);
  expect(said('停水')).toEqual([]);
  expect(said('停')).toHaveLength(1);
});
