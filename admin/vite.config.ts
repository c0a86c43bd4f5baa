import path from 'node:path';
import { defineConfig } from 'vite';
import { contrast } from './contrast.ts';
import { withoutEval } from './without-eval.ts';

/** The desk, bundled whole: nothing is loaded from elsewhere, no script stands in the page itself. */
export default defineConfig({
  root: path.join(import.meta.dirname, 'browser'),
  // Addresses relative to the page: the desk works under any path it is served at.
  base: './',
  publicDir: false,
  plugins: [withoutEval(), contrast()],
  resolve: { alias: { path: 'path-browserify' } },
  define: { global: 'globalThis', 'process.env': '{}' },
  build: {
    outDir: path.join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // Data addresses would need the policy's leave for fonts and styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onLog(level, log, print) {
        // React's mark for servers; there is no server here.
        if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
        // It evaluates `require` under Node alone.
        if (log.code === 'EVAL' && log.id?.includes('js-sha256')) return;
        print(level, log);
      },
    },
  },
});
