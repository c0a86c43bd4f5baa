import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,admin,tests,scripts,bench}/**/*.test.{ts,tsx}'],
    // Stores and servers are real here: git, SQLite, child processes.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
