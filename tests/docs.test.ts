import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fieldsTable } from '../scripts/fields.ts';
import { nginxConfiguration } from '../scripts/nginx.ts';

const root = path.resolve(import.meta.dirname, '..');

test('the table of fields says what the model says', async () => {
  expect(await readFile(path.join(root, 'docs/fields.md'), 'utf8')).toBe(fieldsTable());
});

test('the nginx configuration sends what our own server sends', async () => {
  expect(await readFile(path.join(root, 'docs/nginx.conf'), 'utf8')).toBe(nginxConfiguration());
});
