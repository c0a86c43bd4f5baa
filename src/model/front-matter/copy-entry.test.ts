import { expect, test } from 'vitest';
import { collectionNames, collectionOf } from '../collections.ts';
import { copiedValues, filesIn } from './copy-entry.ts';
import type { Fields } from '../fields.ts';

/** Something in every field, so that whatever is missing from the copy was left out. */
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

// What is within a list stands after the list's label.
test('a copy begins without what tells of one time', async () => {
  const left = collectionNames.map((name) => {
    const { fields } = collectionOf(name);
    return `${name}: ${leftOut(fields, copiedValues(fields, filled(fields))).join(' ')}`.trimEnd();
  });
  await expect(`${left.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/copies.txt');
});

test('a state begins as it does in a new entry', () => {
  const { fields } = collectionOf('events');
  expect(copiedValues(fields, { title: '义诊', state: 'cancelled', cancelReason: '下雨' })).toEqual({
    title: '义诊',
    state: 'planned',
  });
});

test('the files that fields name are found, within lists as well', () => {
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
