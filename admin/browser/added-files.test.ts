import { expect, it, vi } from 'vitest';

vi.mock('./desk-state.ts', () => ({ addFile: undefined, openEntry: () => undefined }));
const { fileNameFor } = await import('./added-files.ts');

it.each([
  ['IMG 2031 (1).JPG', 'IMG-2031-1.jpg'],
  ['联席会议 合影.png', '联席会议-合影.png'],
  ['../../etc/passwd.png', 'etc-passwd.png'],
  ['   .svg', 'file.svg'],
  ['a.b.c.webp', 'a-b-c.webp'],
])('%s is kept as %s', (wanted, name) => {
  expect(fileNameFor(wanted, () => false)).toBe(name);
});

it('does not take the name of another picture', () => {
  const used = new Set(['合影.png', '合影-2.png']);
  expect(fileNameFor('合影.png', (name) => used.has(name))).toBe('合影-3.png');
});
