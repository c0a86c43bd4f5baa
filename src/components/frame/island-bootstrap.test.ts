import { expect, test } from 'vitest';
import only from 'astro/runtime/client/only.prebuilt.js';
import islandScript from 'astro/runtime/server/astro-island.prebuilt.js';
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js';
import { withoutInlineBootstrap } from './island-bootstrap.ts';

const island =
  '<astro-island uid="Z1" component-url="/hub/_astro/quiz.A.js" component-export="default" ' +
  'renderer-url="/hub/_astro/client.B.js" props="{}" ssr client="only" opts="{}"><p>表单</p></astro-island>';
const start = `<style>${ISLAND_STYLES}</style><script>${only}</script><script>${islandScript}</script>`;

test('removes what the installed Astro writes before an island, and keeps the island', () => {
  expect(withoutInlineBootstrap(`${start}${island}`).html).toBe(island);
  expect(withoutInlineBootstrap(`\n  ${island}`).html).toBe(island);
  expect(withoutInlineBootstrap(`${start}${island}${island}`).html).toBe(island + island);
});

test('the style equals the one in frame.css', () => {
  // A newer Astro with other rules needs them there too. There are no <astro-slot>s without children.
  expect(ISLAND_STYLES).toBe('astro-island,astro-slot,astro-static-slot{display:contents}');
});

test('names the files an island requests', () => {
  expect(withoutInlineBootstrap(start + island).files).toEqual([
    '/hub/_astro/quiz.A.js',
    '/hub/_astro/client.B.js',
  ]);
});

test.each([
  ['no island', start, 'No island found'],
  ['text before the island', `<p>先读</p>${island}`, 'its markup has changed: <p>'],
  ['an inline script of another kind', `<script type="module">1</script>${island}`, 'its markup has changed'],
  ['another style', `<style>p{color:red}</style>${island}`, 'its markup has changed'],
  ['an unsupported directive', start + island.replace('"only"', '"visible"'), 'client:only only'],
])('stops the build: %s', (_, output, message) => {
  expect(() => withoutInlineBootstrap(output)).toThrow(message);
});
