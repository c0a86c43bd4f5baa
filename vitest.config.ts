import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,admin,tests,scripts,bench}/**/*.test.{ts,tsx}'],
    // Stores and servers are real here: git, SQLite, child processes. A busy machine is slow, not wrong: tests wait for
    // what happens, and these limits only end what hangs.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Servers and commands that tests start read our sources without stripping their types each time.
    env: { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/node-compile') },
    maxWorkers: 2,
  },
});
