import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { keptOnDevice } from './kept-on-device.ts';
import { address, li, makeAccount, saveButton, saved, signIn, wang } from './people.ts';

/** Typing: keys, wheel, names that are taken, other tabs, other people. */

const newEntry = async (page: Page, collection: string): Promise<void> => {
  // As in a new tab: changing only the fragment would keep the page.
  await page.goto('about:blank');
  await page.goto(`${address}admin/#/collections/${collection}/new`);
  await expect(page.locator('.cm-content')).toBeVisible();
};
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** A notice that can be saved. */
async function writeNotice(page: Page, title: string, slug: string): Promise<void> {
  await newEntry(page, 'notices');
  await field(page, '标题').fill(title);
  await field(page, '网址名').fill(slug);
  await page.locator('.cm-content').click();
  await page.keyboard.insertText('正文。');
}

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, li);
});

test('Ctrl+S and Cmd+S save from a field, from the body and from the preview', async ({ page }) => {
  await writeNotice(page, '快捷键一', 'kuaijiejian');
  await page.keyboard.press('Control+s');
  await saved(page);
  await expect(page).toHaveURL(/entries\/\d{4}\/kuaijiejian\/index$/);

  await field(page, '标题').fill('快捷键二');
  await page.keyboard.press('Meta+S');
  await expect(saveButton(page)).toBeDisabled();

  await field(page, '标题').fill('快捷键三');
  const preview = page.frameLocator('#preview-pane');
  await preview.getByRole('heading', { name: '快捷键三' }).click();
  await page.keyboard.press('Control+s');
  await expect(saveButton(page)).toBeDisabled();

  // When there is nothing to save, the browser must not save the page itself either.
  const opens = await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
  expect(opens).toBe(false);
});

test('wheel and arrow keys do not change a number; text that is no number is kept and reported', async ({
  page,
}) => {
  await newEntry(page, 'activities');
  const number = page.getByLabel(/^参加人数/);
  await number.fill('50');
  await number.hover();
  await number.click();
  await page.mouse.wheel(0, 300);
  await page.mouse.wheel(0, -300);
  await page.keyboard.press('ArrowUp');
  await expect(number).toHaveValue('50');
  await number.fill('约 50 人');
  await number.blur();
  await expect(number).toHaveValue('约 50 人');
  await expect(
    page.getByText('“参加人数”要写成数字，不带单位和逗号，现在是“约 50 人”。').first(),
  ).toBeVisible();
});

test('a year has four digits, and a half-typed one is reported', async ({ page }) => {
  await newEntry(page, 'activities');
  const day = field(page, '活动日期');
  await day.focus();
  await page.keyboard.type('202601311');
  expect((await day.inputValue()).length).toBeLessThanOrEqual(10);
  await day.fill('0202-06-01');
  await field(page, '标题').fill('年份');
  await expect(page.getByText('现在是“0202-06-01”').first()).toBeVisible();
  await saveButton(page).click();
  await expect(page.getByText('现在写的是“0202-06-01”，请核对年月日。').first()).toBeVisible();
  const moment = field(page, '发布时间');
  await moment.evaluate((input: HTMLInputElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    set.call(input, '20266-03-01T09:30');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.getByText('现在是“20266-03-01T09:30:00+08:00”').first()).toBeVisible();
});

test('a name that is taken shows the entry that has it, and one press takes a free one', async ({ page }) => {
  await writeNotice(page, '先写的通知', 'zhanyong');
  await saveButton(page).click();
  await saved(page);
  await writeNotice(page, '后写的通知', 'zhanyong');
  await saveButton(page).click();
  const dialog = page.getByRole('dialog', { name: '这个网址名已经有人用了' });
  await expect(dialog).toContainText('草稿《先写的通知》');
  await expect(dialog).not.toContainText('改了这一篇');
  await expect(dialog.getByRole('link', { name: '在新窗口看《先写的通知》' })).toHaveAttribute(
    'href',
    /#\/collections\/notices\/entries\/\d{4}\/zhanyong\/index$/,
  );
  await dialog.getByRole('button', { name: '改用“zhanyong-2”' }).click();
  await expect(field(page, '网址名')).toHaveValue('zhanyong-2');
  await expect(field(page, '标题')).toHaveValue('后写的通知');
  await saveButton(page).click();
  await saved(page);
  await expect(page).toHaveURL(/zhanyong-2\/index$/);
});

test('text typed during a save stays, and is not called saved', async ({ page }) => {
  let answered = (): void => undefined;
  const hold = async (): Promise<Promise<undefined>[]> => {
    const reached = Promise.withResolvers<undefined>();
    const open = new Promise<void>((resolve) => {
      answered = resolve;
    });
    await page.route('**/admin/api/store', async (route) => {
      if (route.request().postData()?.includes('"action":"persistEntry"')) {
        reached.resolve(undefined);
        await open;
      }
      await route.fallback();
    });
    // Collected in a list, because awaiting it here would be too early.
    return [reached.promise];
  };
  const write = async (words: string): Promise<void> => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(words);
  };
  await writeNotice(page, '边存边写', 'biancun-bianxie');
  // First a new entry, which Decap reopens, then a draft that stays open.
  for (const words of ['存的时候写的。', '再存的时候写的。']) {
    const [reached] = await hold();
    await saveButton(page).click();
    await reached;
    await write(words);
    answered();
    await saved(page);
    await page.unroute('**/admin/api/store');
    await expect(page).toHaveURL(/biancun-bianxie\/index$/);
    await expect(page.locator('.cm-content')).toContainText(words);
    await expect(saveButton(page)).toBeEnabled();
  }
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await page.reload();
  await expect(page.locator('.cm-content')).toHaveText('正文。存的时候写的。再存的时候写的。');
});

test('two tabs with new entries keep two copies, and both can be restored', async ({ page, context }) => {
  await newEntry(page, 'terms');
  await field(page, '术语').fill('第一页的术语');
  const second = await context.newPage();
  await newEntry(second, 'terms');
  // The copy of the first page, which is still open, is not offered.
  await keptOnDevice(page, '第一页的术语');
  await second.waitForTimeout(500);
  await expect(second.getByRole('button', { name: '恢复' })).toHaveCount(0);
  await field(second, '术语').fill('第二页的术语');
  await keptOnDevice(second, '第二页的术语');
  for (const each of [page, second]) await each.goto('about:blank');
  await second.close();

  await newEntry(page, 'terms');
  const offers = page.locator('.desk-offer');
  await expect(offers).toHaveCount(2);
  await offers.filter({ hasText: '《第一页的术语》' }).getByRole('button', { name: '恢复' }).click();
  await expect(field(page, '术语')).toHaveValue('第一页的术语');
  // A text begun in between makes room for the other one, and is offered itself.
  await field(page, '术语').fill('第一页改过');
  await expect(offers).toHaveCount(1);
  await offers.filter({ hasText: '《第二页的术语》' }).getByRole('button', { name: '恢复' }).click();
  await expect(field(page, '术语')).toHaveValue('第二页的术语');
  await offers.filter({ hasText: '《第一页改过》' }).getByRole('button', { name: '恢复' }).click();
  await expect(field(page, '术语')).toHaveValue('第一页改过');
  await expect(offers.filter({ hasText: '《第二页的术语》' })).toHaveCount(1);

  // Decap reopens a new entry after saving it; here the page is closed before the answer comes.
  const closed = Promise.withResolvers<undefined>();
  await page.route('**/admin/api/store', async (route) => {
    if (route.request().postData()?.includes('"unpublishedEntry"')) await closed.promise;
    await route.continue().catch(() => undefined);
  });
  await saveButton(page).click();
  await saved(page);
  await page.goto('about:blank');
  closed.resolve(undefined);
  await page.unroute('**/admin/api/store');
  await newEntry(page, 'terms');
  await expect(offers).toHaveCount(1);
  await offers.getByRole('button', { name: '不要了' }).click();
  await newEntry(page, 'activities');
  await newEntry(page, 'terms');
  await page.waitForTimeout(1000);
  await expect(offers).toHaveCount(0);
});

test('after another person signs in, the first tab saves nothing under their name and loses nothing', async ({
  page,
  context,
}) => {
  await makeAccount(page, wang);
  await writeNotice(page, '李编辑写的通知', 'huan-ren');
  const second = await context.newPage();
  await context.clearCookies();
  await signIn(second, wang);

  await saveButton(page).click();
  const dialog = page.getByRole('dialog', { name: '现在登录的是另一个人' });
  await expect(dialog).toContainText('这一页是李编辑打开的，这个浏览器里现在登录的是王欣');
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect(field(page, '标题')).toHaveValue('李编辑写的通知');
  const drafts = await second.request.post(`${address}admin/api/store`, {
    data: { action: 'unpublishedEntries', params: {} },
    headers: { origin: new URL(address).origin },
  });
  expect(await drafts.text()).not.toContain('huan-ren');

  await context.clearCookies();
  await signIn(second, li);
  await saveButton(page).click();
  await saved(page);
  await expect(page).toHaveURL(/huan-ren\/index$/);
});

test('problems use the line numbers of the editor', async ({ page }) => {
  await writeNotice(page, '行号', 'hanghao');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('第三行。\n\n![图上有灯](no.png)\n\n脚注。[^9]');
  await expect(page.getByRole('button', { name: '第 7 行' })).toBeVisible();
  await expect(
    page.frameLocator('#preview-pane').getByText('正文第 7 行：脚注“[^9]”还没有内容'),
  ).toBeVisible();
  await page.getByRole('button', { name: '第 7 行' }).click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.insertText('在这一行');
  await expect(page.locator('.cm-line').nth(6)).toHaveText('脚注。[^9]在这一行');
});
