import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,admin,tests,scripts,bench}/**/*.test.{ts,tsx}'],
    // Tests use real stores and servers: git, SQLite, child processes. On a busy machine they are slow but correct, so
    // these limits only end what hangs.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Lets servers and commands that tests start reuse sources with the types already stripped.
    env: { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/node-compile') },
    maxWorkers: 2,
  },
});
