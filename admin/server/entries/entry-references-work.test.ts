import { expect, test, vi } from 'vitest';
import type * as render from '../../../src/markdown/render.ts';
import { collectionOf } from '../../../src/model/collections.ts';
import { withReferencesMoved } from './entry-references.ts';
import { moveBetween } from './moved-text.ts';

const { renderings } = vi.hoisted(() => ({ renderings: { count: 0 } }));
vi.mock('../../../src/markdown/render.ts', async (original) => {
  const real = await original<typeof render>();
  const renderMarkdown: typeof real.renderMarkdown = (...args) => {
    renderings.count++;
    return real.renderMarkdown(...args);
  };
  return { ...real, renderMarkdown };
});

const move = moveBetween('notices/2026/ting-shui', 'notices/2027/tingshui');
const link = '[表](/notices/2026/ting-shui/)';
const code = '`/notices/2026/ting-shui/`';

test.each([
  ['links', link.repeat(500), 3],
  ['code', `${link}${code.repeat(500)}`, 25],
  ['links after code', code.repeat(250) + link.repeat(250), 12],
])('a text with 500 times the address in %s is rendered few times', (_, body, most) => {
  renderings.count = 0;
  const text = `---\ntitle: 通知\n---\n\n${body}\n`;
  const moved = withReferencesMoved(collectionOf('notices'), text, [move]);
  expect(moved).toBe(text.replaceAll(link, '[表](/notices/2027/tingshui/)'));
  expect(renderings.count).toBeLessThanOrEqual(most);
});
