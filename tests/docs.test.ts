import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fieldsTable } from '../scripts/fields.ts';

const root = path.resolve(import.meta.dirname, '..');

test('the table of fields says what the model says', async () => {
  expect(await readFile(path.join(root, 'docs/fields.md'), 'utf8')).toBe(fieldsTable());
});
