import { expect, test } from 'vitest';
import { collectionNames, collectionOf } from '../collections.ts';
import { copiedValues, filesIn } from './copy-entry.ts';
import type { Fields } from '../fields.ts';

/** A value in every field, so that every field missing from the copy was left out. */
const filled = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === 'parts' ? [filled(field.fields)] : `value of ${name}`,
    ]),
  );

function leftOut(fields: Fields, copy: Record<string, unknown>, above = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = copy[name];
    if (field.byDesk) return value === undefined ? [] : [`${field.label} is copied`];
    if (value !== undefined && field.kind === 'parts') {
      return leftOut(field.fields, (value as Record<string, unknown>[])[0] ?? {}, `${above}${field.label}/`);
    }
    return value === `value of ${name}` ? [] : [above + field.label];
  });
}

// Fields in a list come after the label of the list.
test('leaves out fields that belong to one occasion', async () => {
  const left = collectionNames.map((name) => {
    const { fields } = collectionOf(name);
    return `${name}: ${leftOut(fields, copiedValues(fields, filled(fields))).join(' ')}`.trimEnd();
  });
  await expect(`${left.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/copies.txt');
});

test('starts with the initial state of a new entry', () => {
  const { fields } = collectionOf('events');
  expect(copiedValues(fields, { title: '义诊', state: 'cancelled', cancelReason: '下雨' })).toEqual({
    title: '义诊',
    state: 'planned',
  });
});

test('finds files that fields refer to, in lists as well', () => {
  const { fields } = collectionOf('projects');
  expect(
    filesIn(fields, {
      attachments: [{ src: '方案.pdf', title: '方案' }],
      outcomeEvidence: '/activities/2026/a/',
      records: [{ evidence: '签到表.pdf' }, { evidence: '/about/' }, {}],
    }),
  ).toEqual(['签到表.pdf', '方案.pdf']);
  const activity = collectionOf('activities').fields;
  expect(
    filesIn(activity, { cover: { src: 'a.png', alt: '灯' }, attachments: [{ src: '' }], source: '社区' }),
  ).toEqual(['a.png']);
});
