// What for: finds Chromium and Chinese fonts for the browser tests, and installs them if they are missing.
// How: imported by test.ts and by playwright.config.ts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The system's Chromium, or undefined to use Playwright's own download. */
export function systemChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((found) => found !== undefined);
}

/** No background requests by the browser itself. No sandbox, because root and containers cannot use one. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Installs the browser and the fonts if needed, or tells what to install. */
export function ensureBrowser(): void {
  const missing = [...(hasBrowser() ? [] : ['chromium']), ...(hasChineseFonts() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return;
  say(`Installing ${missing.join(' and ')} · 正在安装浏览器和中文字体`);
  if (onPath('apt-get') !== undefined && process.getuid?.() === 0) {
    quietly('apt-get', ['update']);
    quietly('apt-get', ['install', '-y', '--no-install-recommends', ...missing]);
  }
  if (!hasBrowser())
    quietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (!hasBrowser()) {
    throw new Error(
      'The browser tests need Chromium: install it, or name it in CHROMIUM_PATH. 测试需要 Chromium 浏览器。',
    );
  }
  if (!hasChineseFonts()) say('No Chinese fonts were found; screenshots will show boxes. 没有中文字体。');
}

const hasBrowser = (): boolean => systemChromium() !== undefined || existsSync(chromium.executablePath());

function hasChineseFonts(): boolean {
  if (process.platform !== 'linux' || onPath('fc-list') === undefined) return process.platform !== 'linux';
  return spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout.trim() !== '';
}

function onPath(name: string): string | undefined {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split('\n')[0]?.trim() : undefined;
}

function quietly(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) say(stderr.split('\n').slice(-5).join('\n'));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
