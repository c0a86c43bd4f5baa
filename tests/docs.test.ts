import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverageTable } from '../scripts/coverage.ts';
import { fieldsTable } from '../scripts/fields.ts';
import { nginxConfiguration } from '../scripts/nginx.ts';

const root = path.resolve(import.meta.dirname, '..');

test('the table of fields says what the model says', async () => {
  expect(await readFile(path.join(root, 'docs/fields.md'), 'utf8')).toBe(fieldsTable());
});

test('the nginx configuration sends what our own server sends', async () => {
  expect(await readFile(path.join(root, 'docs/nginx.conf'), 'utf8')).toBe(nginxConfiguration());
});

test('the table of coverage leads to entries that the content has', async () => {
  const table = await coverageTable(path.join(root, 'content'));
  expect(await readFile(path.join(root, 'docs/coverage.md'), 'utf8')).toBe(table);
});
