import path from 'node:path';
import { defineConfig } from 'vite';
import { contrast } from './contrast.ts';
import { withoutEval } from './without-eval.ts';

/** Bundles the desk: nothing is loaded from other servers, and there are no inline scripts. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'browser'),
  // Relative URLs, so the desk works under any path.
  base: './',
  publicDir: false,
  plugins: [withoutEval(), contrast()],
  resolve: { alias: { path: 'path-browserify' } },
  define: { global: 'globalThis', 'process.env': '{}' },
  build: {
    outDir: path.join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // The notices of everything in the bundle.
    license: { fileName: 'licences.txt' },
    // Data URLs for fonts and styles would need an exception in the Content Security Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onLog(level, log, print) {
        // 'use client' from React packages.
        if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
        // It uses eval only in Node.
        if (log.code === 'EVAL' && log.id?.includes('js-sha256')) return;
        print(level, log);
      },
    },
  },
});
