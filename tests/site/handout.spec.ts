/** Handouts: a path as a single file, and the month's study on paper. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { builtFiles, builtFolder } from './support/built-site.ts';
import { readPdf } from './support/pdf-pages.ts';

async function handouts(): Promise<string[]> {
  const files = [...(await builtFiles())].filter((name) => /^handouts\/[^/]+\.html$/.test(name)).sort();
  const paths = [...(await builtFiles())].filter((name) => /^paths\/[^/]+\/booklet\/index\.html$/.test(name));
  expect(files.map((name) => path.basename(name, '.html'))).toEqual(
    paths.map((name) => name.split('/')[1]).sort(),
  );
  return files;
}

const opened = (name: string): string => pathToFileURL(path.join(builtFolder(), name)).href;

test('every handout opens from a folder without any request, with its pictures and answers', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  let pictures = 0;
  let questions = 0;
  for (const name of await handouts()) {
    asked.length = 0;
    await page.goto(opened(name));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([opened(name)]);
    const images = await page
      .locator('img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(images.every((width) => width > 0)).toBe(true);
    pictures += images.length;
    // The styles work: the page is as wide as paper.
    await expect(page.locator('.booklet')).toHaveCSS('border-top-width', '1px');
    const answers = page.locator('details.answer');
    if ((await answers.count()) > 0) {
      await answers.first().locator('summary').click();
      await expect(answers.first().getByText('依据：')).toBeVisible();
      questions += await answers.count();
    }
    await page.locator('.contents-list__link', { hasText: '第 2 步' }).first().click();
    await expect(page.getByRole('heading', { name: /^第 2 步/ })).toBeInViewport();
    expect(asked.filter((url) => !url.startsWith('data:') && !url.includes('#'))).toEqual([opened(name)]);
  }
  expect(errors).toEqual([]);
  expect(pictures).toBeGreaterThan(0);
  expect(questions).toBeGreaterThan(0);
});

test('a handout is small, has no script, and its links to the site are absolute', async () => {
  for (const name of await handouts()) {
    const file = path.join(builtFolder(), name);
    expect((await stat(file)).size, name).toBeLessThan(2 * 1024 * 1024);
    const html = await readFile(file, 'utf8');
    expect(html).not.toMatch(/<script|<link rel="(stylesheet|icon|modulepreload)"/);
    const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(links.filter((address) => !/^(#|data:|https?:\/\/|tel:|mailto:)/.test(address))).toEqual([]);
  }
});

test('a handout is readable on a phone, prints on A4, and axe finds nothing', async ({ page }) => {
  const [name = ''] = await handouts();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(opened(name));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axeProblems(page)).toEqual([]);
  const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true }));
  expect(pdf.pages.length).toBeGreaterThan(4);
  expect(pdf.headings.some(({ title }) => title.includes('附：答案和讲解'))).toBe(true);
});

test('the policy of a handout allows its styles and nothing else', async ({ page, request }) => {
  const [name = ''] = await handouts();
  const policy = (await request.get(`/${name}`)).headers()['content-security-policy'] ?? '';
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  await page.goto(`/${name}`);
  await expect(page.locator('.booklet')).toHaveCSS('border-top-width', '1px');
});

test('the month’s study is one or two sheets of A4 with room to write, and no place to sign', async ({
  page,
}) => {
  const sheets = [...(await builtFiles())].filter((name) =>
    /^monthly\/[^/]+\/handout\/index\.html$/.test(name),
  );
  expect(sheets.length).toBeGreaterThan(0);
  for (const name of sheets) {
    await page.goto(`/${name.replace(/index\.html$/, '')}`);
    await expect(page.getByRole('heading', { name: '学什么' })).toBeVisible();
    await expect(page.locator('input, textarea, select, form')).toHaveCount(0);
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/签名|签字|姓名|得分|分数|出勤|考勤|缺席/);
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length, name).toBeLessThanOrEqual(2);
    expect(await axeProblems(page)).toEqual([]);
  }
});
