import { defineConfig } from '@playwright/test';
import { chromiumArguments, systemChromium } from './scripts/browser.ts';

const executablePath = systemChromium();

export default defineConfig({
  testDir: 'tests',
  // The server is the real one, on a store of its own; it lives as long as the run.
  globalSetup: './tests/hub.setup.ts',
  // The walks take a minute on a quiet machine. What hangs is ended by the limits of its own steps below.
  timeout: 1_200_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: false,
  use: {
    ...(process.env['HUB_TEST_ADDRESS'] ? { baseURL: process.env['HUB_TEST_ADDRESS'] } : {}),
    browserName: 'chromium',
    actionTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What is kept on a device would answer in the site's place. Only offline.spec.ts lets it.
    serviceWorkers: 'block',
    // Traces slow the long walks by a third; HUB_TEST_TRACE=1 asks for them.
    trace: process.env['HUB_TEST_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: chromiumArguments,
      // Without one of UTF-8, Chromium drops a Chinese file name, and bare machines have none.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'site', testMatch: 'site/**/*.spec.ts' },
    // The story publishes, so it comes after those who read.
    { name: 'desk', testMatch: 'desk/**/*.spec.ts', dependencies: ['site'], workers: 1 },
  ],
});
