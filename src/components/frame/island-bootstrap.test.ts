import { expect, test } from 'vitest';
import only from 'astro/runtime/client/only.prebuilt.js';
import islandScript from 'astro/runtime/server/astro-island.prebuilt.js';
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js';
import { withoutInlineStart } from './island-bootstrap.ts';

const island =
  '<astro-island uid="Z1" component-url="/hub/_astro/quiz.A.js" component-export="default" ' +
  'renderer-url="/hub/_astro/client.B.js" props="{}" ssr client="only" opts="{}"><p>表单</p></astro-island>';
const start = `<style>${ISLAND_STYLES}</style><script>${only}</script><script>${islandScript}</script>`;

test('removes what the installed Astro writes before an island, and keeps the island', () => {
  expect(withoutInlineStart(`${start}${island}`).html).toBe(island);
  expect(withoutInlineStart(`\n  ${island}`).html).toBe(island);
  expect(withoutInlineStart(`${start}${island}${island}`).html).toBe(island + island);
});

test('the style equals the one in frame.css', () => {
  // A newer Astro with other rules needs them there too. There are no <astro-slot>s without children.
  expect(ISLAND_STYLES).toBe('astro-island,astro-slot,astro-static-slot{display:contents}');
});

test('names the files an island requests', () => {
  expect(withoutInlineStart(start + island).files).toEqual([
    '/hub/_astro/quiz.A.js',
    '/hub/_astro/client.B.js',
  ]);
});

test.each([
  ['no island', start, 'no island'],
  ['a text before the island', `<p>先读</p>${island}`, 'in a way we do not know: <p>'],
  ['an inline script of another kind', `<script type="module">1</script>${island}`, 'we do not know'],
  ['another style', `<style>p{color:red}</style>${island}`, 'we do not know'],
  ['a directive that nothing starts', start + island.replace('"only"', '"visible"'), 'client:only alone'],
])('%s stops the build', (_, written, message) => {
  expect(() => withoutInlineStart(written)).toThrow(message);
});
