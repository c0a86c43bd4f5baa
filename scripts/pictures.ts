// What for: takes the screenshots of the editor's manual, docs/editing/*.png, on the real desk.
// How: node scripts/run.mjs pictures [name ...]   (starts a hub on an empty store, and stops it)
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { startHub } from '../tests/hub.ts';
import { chromiumArguments, ensureBrowser, systemChromium } from './browser.ts';
import type { Take } from './pictures/steps.ts';
import { walk } from './pictures/walk.ts';

const folder = path.resolve(import.meta.dirname, '../docs/editing');
const wanted = process.argv.slice(2);

/** Takes one screenshot. Screens have few colours, so a palette is enough and makes the file a third as large. */
const take: Take = async (name, what, clip) => {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const bytes = await what.screenshot({ animations: 'disabled', ...(clip ? { clip } : {}) });
  const small = await sharp(bytes).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
  await writeFile(path.join(folder, `${name}.png`), small);
  process.stdout.write(`docs/editing/${name}.png ${String(Math.round(small.length / 1024))} KB\n`);
};

ensureBrowser();
await mkdir(folder, { recursive: true });
const data = await mkdtemp(path.join(tmpdir(), 'hub-pictures-'));
const hub = await startHub(data);
const executablePath = systemChromium();
const browser = await chromium.launch({
  args: [...chromiumArguments, '--lang=zh-CN'],
  // Date fields use the language of the browser.
  env: { ...process.env, LANGUAGE: 'zh_CN', LC_ALL: 'C.UTF-8' },
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  await walk({ browser, address: hub.address, firstRun: hub.firstRun ?? '', take });
} finally {
  await browser.close();
  await hub.stop();
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}
