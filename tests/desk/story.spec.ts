import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { git } from './store-git.ts';

const address = process.env['HUB_TEST_ADDRESS'] ?? '';
const firstRun = process.env['HUB_TEST_FIRST_RUN'] ?? '';

const title = '维修队进社区，修好三十七盏楼道灯';
const body = [
  '坚持**“为民办实事”**贯彻到楼道。[^1]',
  '',
  '## 灯亮了',
  '',
  '时间：三个晚上',
  '经手人：张*明、李*红',
  '',
  '居民说，往后晚归不再摸黑。',
  '',
  '[^1]: 维修记录存后勤服务中心。',
  '',
].join('\n');

const password = '榕荫里三栋门口的坡道';

async function signIn(page: Page): Promise<void> {
  await page.goto(`${address}admin/sign-in`);
  await page.getByLabel('用户名').fill('libianji');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '共建动态' })).toBeVisible();
}

/** All requests of a page must go to the hub itself. */
function watchOrigin(page: Page): string[] {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(address).origin) outside.push(request.url());
  });
  return outside;
}

function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test('from the first account to a reader who finds the report', async ({ page, browser }) => {
  const outside = watchOrigin(page);
  const errors = watchConsole(page);
  // Decap asks whether to publish.
  page.on('dialog', (dialog) => void dialog.accept());

  await test.step('the one-time link makes the first account', async () => {
    await page.goto(firstRun);
    await page.getByLabel('姓名').fill('李编辑');
    await page.getByLabel('用户名').fill('libianji');
    await page.getByLabel('新密码').fill(password);
    await page.getByLabel('再写一遍').fill(password);
    await page.getByRole('button', { name: '建立账号并登录' }).click();
    await expect(page.getByRole('heading', { name: '共建动态' })).toBeVisible();
  });

  await test.step('the link works only once, and signing out and in again works', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await page.goto(firstRun);
    await expect(page.getByRole('button', { name: '建立账号并登录' })).toHaveCount(0);
    await signIn(page);
  });

  await test.step('an activity is written, with emphasis, a footnote and a picture', async () => {
    await page.getByRole('link', { name: '新建共建动态' }).click();
    await page.getByLabel('标题', { exact: true }).fill(title);
    await page.getByLabel('活动日期', { exact: true }).fill('2026-11-21');
    await page.getByLabel('摘要', { exact: true }).fill('一个周末，七个单元，三十七盏灯。');
    await page.getByRole('searchbox', { name: '参与单位' }).fill('后勤');
    await page.getByRole('button', { name: '示例职业技术学院后勤服务中心' }).click();
    await page.getByLabel('来源', { exact: true }).fill('后勤服务中心');
    await page.locator('.cm-content').click();
    await page.keyboard.insertText(body);
    await page.keyboard.press('Control+End');
    await page
      .getByLabel('上传图片，放在光标处')
      .setInputFiles(path.join(import.meta.dirname, '../fixtures/lamp.png'));
    // The alt text is selected, so that typing replaces it.
    await expect(page.locator('.cm-content')).toContainText('lamp.png');
    await page.keyboard.insertText('楼道里亮着的灯');
  });

  await test.step('the preview shows it as readers will see it', async () => {
    const preview = page.frameLocator('iframe').first();
    await expect(preview.getByRole('heading', { name: title })).toBeVisible();
    await expect(preview.locator('strong')).toHaveText('“为民办实事”');
    await expect(preview.getByRole('heading', { name: '灯亮了' })).toBeVisible();
    // Lines typed with one Enter stay lines in the preview.
    const lines = preview.getByText('时间：三个晚上');
    await expect.poll(() => lines.innerText()).toBe('时间：三个晚上\n经手人：张*明、李*红');
    await expect(preview.locator('section.footnotes')).toContainText('维修记录存后勤服务中心');
    const picture = preview.getByRole('img', { name: '楼道里亮着的灯' });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  });

  await test.step('saved, it is a draft that readers do not see; published, it is in the next release', async () => {
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible();
    expect((await page.request.get(`${address}activities/`)).ok()).toBe(true);
    expect(await (await page.request.get(`${address}activities/`)).text()).not.toContain(title);

    // Saving does not change the state; marking a text as ready is a separate step.
    await page.getByRole('button', { name: '状态：草稿' }).click();
    await page.getByRole('menuitem', { name: '可以发布' }).click();
    await expect(page.getByRole('button', { name: '状态：可以发布' })).toBeVisible();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('menuitem', { name: '现在发布' }).click();
    await expect
      .poll(async () => (await (await page.request.get(`${address}activities/`)).text()).includes(title), {
        timeout: 180_000,
        intervals: [1000],
      })
      .toBe(true);
    await expect(page.getByText(/网站：已更新/)).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a reader without script reads it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const reader = await context.newPage();
    const asked = watchOrigin(reader);
    await reader.goto(`${address}activities/`);
    await reader.getByRole('link', { name: title }).click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(reader.locator('article strong', { hasText: '为民办实事' })).toBeVisible();
    const picture = reader.getByRole('img', { name: '楼道里亮着的灯' });
    expect(await picture.getAttribute('srcset')).toContain('w');
    expect(
      await picture.evaluate((img: HTMLImageElement) => [img.width > 0, img.height > 0, img.loading]),
    ).toEqual([true, true, 'lazy']);
    await expect(reader.locator('section.footnotes')).toContainText('维修记录存后勤服务中心');
    expect(asked).toEqual([]);
    await context.close();
  });

  await test.step('another reader finds it by three characters of its body', async () => {
    const context = await browser.newContext();
    const reader = await context.newPage();
    const asked = watchOrigin(reader);
    const trouble = watchConsole(reader);
    await reader.goto(`${address}search/?q=${encodeURIComponent('再摸黑')}`);
    const results = reader.locator('[data-search-results][data-state="ready"]');
    await expect(results).toHaveAttribute('data-total', '1');
    await results.getByRole('link', { name: title }).first().click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(asked).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  });

  await test.step('git knows who wrote it', () => {
    const log = git('log', '--format=%an %s%n%b', 'main');
    expect(log).toContain('李编辑');
    expect(log).toContain('Published-by: 李编辑');
  });

  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});

test('an entry that is only opened keeps its bytes, and one word changed is one line', async ({ page }) => {
  await signIn(page);
  await page.goto(`${address}admin/#/collections/activities/entries/2026/0916-houchu-kaifangri/index`);
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue('后厨开放日，二十位居民挑出三处毛病');
  // Decap's own editors change a text on opening; ours leaves nothing to save.
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled();

  await page.getByLabel(/^地点/).fill('学院二食堂后厨');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible();

  const draft = git('for-each-ref', '--format=%(refname)', 'refs/heads/cms').trim();
  expect(draft).toContain('0916-houchu-kaifangri');
  const changed = git('diff', '--unified=0', 'main', draft)
    .split('\n')
    .filter((line) => /^[+-][^+-]/.test(line));
  expect(changed).toEqual(['-place: 学院一食堂后厨', '+place: 学院二食堂后厨']);
});
