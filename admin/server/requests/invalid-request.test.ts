import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { plainText, readAs } from './invalid-request.ts';

function refusalOf(schema: z.ZodType, value: unknown, where?: string): Refusal {
  try {
    readAs(schema, value, where);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

test.each(['a\0b', '\ud800', 'a\udc00', 'x'.repeat(11), 7, null, undefined, ['a'], { length: 1 }])(
  '%j is no plain text of 10 characters',
  (value) => {
    expect(refusalOf(plainText(10), value).status).toBe(400);
  },
);

test.each(['', '十个字十个字十个字十', '𠮷', 'a\nb', '__proto__'])('%j is one', (value) => {
  expect(readAs(plainText(10), value)).toBe(value);
});

test('names the places, and not too many of them', () => {
  const schema = z.object({ list: z.array(z.object({ name: z.string() })), count: z.int() });
  const { details } = refusalOf(schema, { list: [{ name: 'a' }, {}], count: 'many' }, 'params');
  expect(details.invalid?.map(({ where }) => where)).toEqual(['params.list.1.name', 'params.count']);
  const many = refusalOf(z.array(z.string()), Array(1000).fill(7));
  expect(many.details.invalid).toHaveLength(20);
  const long = refusalOf(z.record(z.string(), z.string()), { ['a'.repeat(5000)]: 7 });
  expect(JSON.stringify(long.details).length).toBeLessThan(500);
});

test('leaves out what the schema does not know, and gives no object a prototype', () => {
  const sent: unknown = JSON.parse('{"name":"a","more":1,"__proto__":{"isAdmin":true}}');
  const read = readAs(z.object({ name: z.string() }), sent);
  expect(Object.keys(read)).toEqual(['name']);
  expect((read as Record<string, unknown>)['isAdmin']).toBeUndefined();
});
