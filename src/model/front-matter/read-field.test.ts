import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Fields } from '../fields.ts';
import { readFields } from './read-field.ts';

/** The data read from these lines, and the messages. */
function read(fields: Fields, ...lines: string[]) {
  const messages: string[] = [];
  const data = readFields(
    fields,
    parseDocument(lines.join('\n')).contents as Node,
    (_node, label, message) => {
      messages.push(`${label ?? ''}：${message}`);
    },
  );
  return { data, messages };
}
const number = (limits: object): Fields =>
  ({ count: { kind: 'number', label: '人数', ...limits } }) as Fields;
const messagesFor = (limits: object, value: string): string[] =>
  read(number(limits), `count: ${value}`).messages;

test('reads a number within its limits, including the limits', () => {
  expect(read(number({ min: 1, max: 9 }), 'count: 1')).toEqual({ data: { count: 1 }, messages: [] });
  expect(messagesFor({ min: 1, max: 9 }, '9')).toEqual([]);
});

test('reports a number outside the limits, with the limits', () => {
  expect(messagesFor({ min: 1, max: 9, unit: '人' }, '10')).toEqual([
    '人数：“人数”应不小于 1 人、不大于 9 人，现在是 10 人。',
  ]);
  expect(messagesFor({ min: 1 }, '0')).toEqual(['人数：“人数”应不小于 1，现在是 0。']);
  expect(messagesFor({ max: 9 }, '10')).toEqual(['人数：“人数”应不大于 9，现在是 10。']);
  expect(messagesFor({ whole: true }, '1.5')).toEqual(['人数：“人数”要写成整数，现在是 1.5。']);
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

test('reads each part of a list and reports too many and too few', () => {
  expect(read(parts, 'steps:', '  - text: 一', '  - text: 二')).toEqual({
    data: { steps: [{ text: '一' }, { text: '二' }] },
    messages: [],
  });
  expect(read(parts, 'steps: [{ text: 一 }, { text: 二 }, { text: 三 }]').messages).toEqual([
    '步骤：“步骤”最多 2 项，现在有 3 项。',
  ]);
  expect(read(parts, 'steps: []').messages).toEqual(['步骤：“步骤”至少 1 项，现在有 0 项。']);
});

test('rejects the body in the front matter', () => {
  const body = { body: { kind: 'markdown', label: '正文', optional: true } } as Fields;
  expect(read(body, 'body: 一段').messages).toEqual(['正文：“正文”请写在两条 --- 线的下面，不要写在上面。']);
});

test('counts the length of a text in characters', () => {
  const title = { title: { kind: 'text', label: '标题', max: 3, min: 2 } } as Fields;
  const messagesFor = (value: string): string[] => read(title, `title: ${value}`).messages;
  expect(messagesFor('停水了')).toEqual([]);
  expect(messagesFor('𠮷野家')).toEqual([]);
  expect(messagesFor('停水通知')).toHaveLength(1);
  expect(messagesFor('停水')).toEqual([]);
  expect(messagesFor('停')).toHaveLength(1);
});
