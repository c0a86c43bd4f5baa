import { defineConfig } from '@playwright/test';
import { chromiumArguments, systemChromium } from './scripts/browser.ts';

const executablePath = systemChromium();

export default defineConfig({
  testDir: 'tests',
  // The real server on its own store. It runs for the whole test run.
  globalSetup: './tests/hub.setup.ts',
  // Long stories take a minute on an idle machine. The limits of single steps below end what hangs.
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
    // A service worker would answer instead of the server. Only the offline tests allow it.
    serviceWorkers: 'block',
    // Traces slow the long stories by a third; HUB_TEST_TRACE=1 turns them on.
    trace: process.env['HUB_TEST_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: chromiumArguments,
      // Without a UTF-8 locale, which minimal machines lack, Chromium drops Chinese file names.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'site', testMatch: 'site/**/*.spec.ts' },
    // The desk tests publish, so they run after the tests that only read.
    { name: 'desk', testMatch: 'desk/**/*.spec.ts', dependencies: ['site'], workers: 1 },
  ],
});
