/** What a reader has studied, kept on the device: questions to repeat, steps done, export and import. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { entriesOf } from './support/page-types.ts';
import { answer, ofKind, openQuestion } from './support/questions-asked.ts';
import { storedKeys, storedStudy } from './support/stored-study.ts';

test('a wrong answer is asked again at once, the next day and later, until it is known; nothing else is kept', async ({
  page,
}) => {
  const single = await ofKind(page, 'single');
  const judge = await ofKind(page, 'judge');
  const key = `${single.slug}#${String(single.question.number)}`;
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()}`);
  });
  await page.clock.setFixedTime(new Date('2026-11-26T20:00:00+08:00'));

  let section = await openQuestion(page, judge);
  await answer(section, judge.question, 'right');
  expect(await storedKeys(page)).toEqual([]);

  section = await openQuestion(page, single);
  await answer(section, single.question, 'wrong');
  const wrong = page.getByRole('region', { name: '还没答对的题' });
  await expect(wrong.getByRole('link', { name: `第 ${String(single.question.number)} 题` })).toBeVisible();
  await expect.poll(() => storedKeys(page)).toEqual(['hub-study']);
  expect(Object.keys((await storedStudy(page))['cards'] ?? {})).toEqual([key]);

  // At once: answering right now does not cancel the wrong answer.
  await wrong.getByRole('button', { name: '再做错题' }).press('Enter');
  await expect(section).toBeFocused();
  await answer(section, single.question, 'right');
  await expect(wrong).toHaveCount(0);

  await page.goto('./my-study/');
  await expect(page.getByText('今天没有要再看的题。下一次是2026年11月27日。')).toBeVisible();

  let times = 0;
  for (let due = (await storedStudy(page))['cards']?.[key]?.due; due !== undefined; times++) {
    await page.clock.setFixedTime(new Date(due));
    await page.goto('./my-study/');
    const again = page.getByRole('group', { name: new RegExp(`第 ${String(single.question.number)} 题`) });
    await expect(again).toBeVisible();
    section = page.locator('.question');
    await answer(section, single.question, 'right');
    await expect(page.getByText(/^下次再看：|^这一题记牢了/)).toBeVisible();
    const next = (await storedStudy(page))['cards']?.[key]?.due;
    if (next !== undefined) expect(new Date(next).getTime()).toBeGreaterThan(new Date(due).getTime());
    due = next;
  }
  expect(times).toBeGreaterThanOrEqual(3);
  await expect(page.getByText('这一题记牢了，不再来问。')).toBeVisible();
  expect(await storedKeys(page)).toEqual(['hub-study']);

  // Only GET requests to this site, without a query, so nothing is sent.
  const { origin } = new URL(page.url());
  const others = asked.filter((each) => !each.startsWith(`GET ${origin}/`) || each.includes('?'));
  expect(others).toEqual([]);
});

test('a due question whose page cannot be loaded says so, and is asked when it can', async ({ page }) => {
  const single = await ofKind(page, 'single');
  await answer(await openQuestion(page, single), single.question, 'wrong');
  await expect.poll(() => storedKeys(page)).toEqual(['hub-study']);
  const due = Object.values((await storedStudy(page))['cards'] ?? {})[0]?.due ?? '';
  await page.clock.setFixedTime(new Date(due));
  await page.route(`**${single.address}`, (route) => route.abort());
  await page.goto('./my-study/');
  await expect(page.getByText('现在打不开，多半是没有网')).toBeVisible();
  // A network with a sign-in page answers with that page. The question must not be lost.
  await page.unroute(`**${single.address}`);
  await page.route(`**${single.address}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>请先登录校园网</p>' }),
  );
  await page.reload();
  await expect(page.getByText('现在打不开，多半是没有网')).toBeVisible();
  await page.unroute(`**${single.address}`);
  await page.reload();
  await expect(page.locator('.question')).toHaveCount(1);
});

test('study pages show no scores, times or ranks', async ({ page }) => {
  const single = await ofKind(page, 'single');
  const section = await openQuestion(page, single);
  await answer(section, single.question, 'right');
  const quiz = await page.locator('.quiz').innerText();
  await page.goto('./my-study/');
  const own = await page.locator('astro-island').innerText();
  expect(quiz + own).not.toMatch(/\d+\s*[%分]|得分|答对了?\s*\d|正确率|用时|连续\s*\d|\d+\s*\/\s*\d+|排名第/);
});

test('steps of a path are done when the reader says so, and the path shows where to continue', async ({
  page,
}) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  const steps = page.locator('[data-step]');
  const resume = page.locator('[data-resume]');
  await expect(steps.first().getByRole('button')).toHaveText(/^学完了/);
  await expect(resume).toBeHidden();
  const titles = (await steps.locator('a').allTextContents()).map((title) => title.trim());
  const done = steps.first().getByRole('button', { name: `学完了：${titles[0] ?? ''}` });
  await done.press('Enter');
  await expect(steps.first().getByRole('button', { name: `撤回：${titles[0] ?? ''}` })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '记作学完了' })).toBeVisible();
  await expect(steps.first()).toContainText(/✓ \d+年\d+月\d+日学完/);
  await expect(resume).toHaveText(`接着学：第 2 步 ${titles[1] ?? ''}`);

  // The step visited last is where to continue.
  await steps.nth(2).locator('a').click();
  await page.goto(address);
  await expect(resume).toHaveText(`接着学：第 3 步 ${titles[2] ?? ''}`);
  await page.goto('./my-study/');
  await expect(page.getByText('学完了：第 1 步。')).toBeVisible();
  await page.getByRole('link', { name: `第 3 步 ${titles[2] ?? ''}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[2] ?? '');

  await page.goto(address);
  await steps.first().getByRole('button').press('Enter');
  await expect(steps.first()).not.toContainText('✓');
  expect(await storedKeys(page)).toEqual(['hub-study']);
  for (const step of await steps.all()) await step.getByRole('button').press('Enter');
  await expect(resume).toHaveText('这条路径的每一步都学完了。');
});

test('another tab shows the change', async ({ page, context }) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  const other = await context.newPage();
  await other.goto(new URL('./my-study/', new URL('/', page.url())).href);
  await expect(other.getByText('还没有开始学哪条路径')).toBeVisible();
  await page.locator('[data-step] button').first().click();
  await expect(other.getByText('学完了：第 1 步。')).toBeVisible();
});

test('all of it is exported to a file, erased, and imported', async ({ page }) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  await page.locator('[data-step] button').first().click();
  await page.evaluate(() => {
    localStorage.setItem('hub-recent-searches', '["坡道"]');
    const note = {
      id: 'a',
      page: '/materials/x/',
      title: '',
      quote: '',
      before: '',
      after: '',
      text: '',
      day: '2026-11-26',
    };
    localStorage.setItem('hub-notes', JSON.stringify({ version: 1, notes: [note] }));
  });
  const before = await storedStudy(page);
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00+08:00'));
  await page.goto('./my-study/');
  const status = page.locator('.study-said');

  const leaving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出成文件' }).press('Enter');
  const download = await leaving;
  expect(download.suggestedFilename()).toBe('gongjian-study-2026-11-26.json');
  await expect(status).toContainText('已导出成文件 gongjian-study-2026-11-26.json');
  const file = await readFile(await download.path());

  const erase = page.getByRole('button', { name: '清空', exact: true });
  await erase.press('Enter');
  const question = page.getByRole('group', { name: /要清空这台设备上的1 条路径的学习进度、1 条笔记吗/ });
  await expect(question).toBeFocused();
  await page.getByRole('button', { name: '不清空' }).press('Enter');
  await expect(erase).toBeFocused();
  expect(await storedKeys(page)).toContain('hub-study');
  await erase.press('Enter');
  await page.getByRole('button', { name: '确定清空' }).press('Enter');
  await expect(status).toHaveText(
    '已清空：1 条路径的学习进度、1 条笔记。这台设备上不再有学习记录和存下的网页。',
  );
  expect(await storedKeys(page)).toEqual(['hub-recent-searches']);
  await expect(page.getByText('还没有开始学哪条路径')).toBeVisible();
  await erase.press('Enter');
  await expect(status).toHaveText('这台设备上没有学习记录，也没有存下的网页，不用清空。');

  const input = page.getByLabel('从文件导入');
  await input.setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('PNG') });
  await expect(status).toContainText('这个文件读不出来');
  expect(await storedKeys(page)).toEqual(['hub-recent-searches']);
  await input.setInputFiles({ name: 'study.json', mimeType: 'application/json', buffer: file });
  await expect(status).toContainText('已导入：1 条路径的学习进度、1 条笔记。');
  expect(await storedStudy(page)).toEqual(before);
  await expect(page.getByText('学完了：第 1 步。')).toBeVisible();
});

test('when the device stores nothing, the page says so and works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  await page.locator('[data-step] button').first().click();
  await expect(page.getByText('这台设备不让网页存东西')).toBeVisible();
  await expect(page.locator('[data-resume]')).toContainText('第 2 步');
  expect(await storedKeys(page)).toEqual([]);
});
