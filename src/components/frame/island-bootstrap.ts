/** A style or script of Astro's own, as it stands before the first island of a page. */
const ofAstro = /^(?:<style>astro-island,[^<]*<\/style>|<script>[\s\S]*?<\/script>|\s)*$/;

/**
 * An island as Astro 7.3.5 writes it, without the inline style and scripts that stand before it, and with the names of
 * the files it is going to ask for. `frame.css` has the style, `islands/start.ts` has the scripts.
 */
export function withoutInlineStart(written: string): { html: string; files: string[] } {
  const [start = '', ...rest] = written.split(/(?=<astro-island[ >])/);
  const html = rest.join('');
  // What is thrown away is known: anything else that Astro came to write there would be missed by readers.
  if (html === '' || !ofAstro.test(start))
    throw new Error(`Astro writes no island, or writes it in a way we do not know: ${written.slice(0, 200)}`);
  const [tag = ''] = /^<astro-island[^>]*>/.exec(html) ?? [];
  if (!tag.includes(' client="only"'))
    throw new Error(
      'islands/directives.ts has client:only alone. Another directive has to be added there first.',
    );
  const urls = tag.matchAll(/ (?:component|renderer)-url="([^"]+)"/g);
  return { html, files: [...urls].map(([, url = '']) => url) };
}
