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
    // Pages kept on the device would answer instead of the site. Only the tests of offline pages allow that.
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
    // What is published at the desk changes the site, so the desk comes after those who read. The first account is made
    // once, from the one-time link; with --no-deps, the first test that signs in makes it.
    {
      name: 'first-account',
      testMatch: 'desk/story.spec.ts',
      dependencies: ['site'],
    },
    {
      name: 'desk',
      testMatch: 'desk/**/*.spec.ts',
      testIgnore: 'desk/story.spec.ts',
      dependencies: ['first-account'],
      workers: 1,
    },
  ],
});
