/** Astro's own style or script, as written before the first island of a page. */
const astroBootstrap = /^(?:<style>astro-island,[^<]*<\/style>|<script>[\s\S]*?<\/script>|\s)*$/;

/**
 * Removes the inline style and scripts that Astro 7.3.5 writes before an island, and lists the files the island will
 * request. `frame.css` has the style, `islands/start.ts` the scripts.
 */
export function withoutInlineBootstrap(output: string): { html: string; files: string[] } {
  const [start = '', ...rest] = output.split(/(?=<astro-island[ >])/);
  const html = rest.join('');
  // Remove only what we know: readers would miss anything else that Astro might add there.
  if (html === '' || !astroBootstrap.test(start))
    throw new Error(
      `No island found in the output of Astro, or its markup has changed: ${output.slice(0, 200)}`,
    );
  const [tag = ''] = /^<astro-island[^>]*>/.exec(html) ?? [];
  if (!tag.includes(' client="only"'))
    throw new Error('islands/directives.ts supports client:only only. Add other directives there first.');
  const urls = tag.matchAll(/ (?:component|renderer)-url="([^"]+)"/g);
  return { html, files: [...urls].map(([, url = '']) => url) };
}
