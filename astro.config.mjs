import { defineConfig } from 'astro/config';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';

/** The address is the operator's to set: SITE_URL with scheme and host, BASE_PATH for a sub-path. */
const site = process.env.SITE_URL ?? 'http://127.0.0.1:4321';
const base = process.env.BASE_PATH ?? '/';

/** Readers keep old phones; what these browsers know needs no second way. */
const browsers = ['chrome90', 'firefox100', 'safari15'];

export default defineConfig({
  site,
  base,
  // Astro 7.3.5 asks for a slash behind attachments too, in dev only: their endpoint names no one file extension.
  trailingSlash: process.argv.includes('dev') ? 'ignore' : 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  ...(process.env.CACHE_DIR ? { cacheDir: process.env.CACHE_DIR } : {}),
  integrations: [react(), sitemap({ filter: (page) => !page.endsWith('/404/') })],
  prerenderConflictBehavior: 'error',
  // Sizes are said where a picture is used, and our own styles fit it: Astro's would need attributes of their own.
  image: { layout: 'none', responsiveStyles: false },
  // The CSP allows neither inline scripts nor inline styles, so nothing is folded into the pages.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, cssTarget: browsers },
    // Islands are written for React. Preact speaks the same language to readers' phones in a ninth of the bytes.
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
            output: { codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact\// }] } },
          },
        },
      },
    },
    // A content folder elsewhere brings its pictures along.
    server: { fs: { allow: [process.cwd(), process.env.CONTENT_DIR ?? 'content'] } },
  },
  devToolbar: { enabled: false },
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
});
