import { defineConfig } from 'astro/config';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { assetName } from './scripts/build/asset-name.ts';
import { pageFaults } from './scripts/build/page-faults.ts';

/** The operator sets the address: SITE_URL with scheme and host, BASE_PATH for a sub-path. */
const site = process.env.SITE_URL ?? 'http://127.0.0.1:4321';
const base = process.env.BASE_PATH ?? '/';

/** Readers have old phones. Features of these browsers need no fallback. */
const browsers = ['chrome90', 'firefox100', 'safari15'];

export default defineConfig({
  site,
  base,
  // In dev, Astro 7.3.5 also requires a slash after attachments, because their route has no file extension.
  trailingSlash: process.argv.includes('dev') ? 'ignore' : 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  ...(process.env.CACHE_DIR ? { cacheDir: process.env.CACHE_DIR } : {}),
  integrations: [react(), sitemap({ filter: (page) => !page.endsWith('/404/') }), pageFaults()],
  prerenderConflictBehavior: 'error',
  // Sizes are set where a picture is used, and our own styles fit it; Astro's styles would need extra attributes.
  image: { layout: 'none', responsiveStyles: false },
  // The CSP allows neither inline scripts nor inline styles, so nothing is inlined into the pages.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      cssTarget: browsers,
      rolldownOptions: { output: { sanitizeFileName: assetName } },
    },
    // Islands are written for React. Preact has the same API in a ninth of the bytes.
    resolve: {
      alias: [
        { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react(-dom)?$/, replacement: 'preact/compat' },
        { find: 'react-dom/client', replacement: 'preact/compat/client' },
      ],
    },
    environments: {
      client: {
        build: {
          target: browsers,
          rolldownOptions: {
            output: {
              sanitizeFileName: assetName,
              codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact\// }] },
            },
          },
        },
      },
    },
    // Pictures of a content folder outside the project.
    server: { fs: { allow: [process.cwd(), process.env.CONTENT_DIR ?? 'content'] } },
  },
  devToolbar: { enabled: false },
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
});
