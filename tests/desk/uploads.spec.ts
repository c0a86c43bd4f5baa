import { expect, test } from '@playwright/test';
import type { Page, Response } from '@playwright/test';
import { heic, jpeg, webp } from '../support/sample-pictures.ts';
import { keptOnDevice } from './kept-on-device.ts';
import { address, li, signIn } from './people.ts';
import { git } from './store-git.ts';

/** The files of the draft whose branch ends with this name. */
const heldBy = (slug: string): string[] =>
  git(
    'ls-tree',
    '-r',
    '--name-only',
    `refs/heads/cms/activities/2026--${slug}`,
    `content/activities/2026/${slug}/`,
  )
    .trim()
    .split('\n')
    .map((name) => name.slice(name.lastIndexOf('/') + 1))
    .filter((name) => name !== 'index.md');

const text = (page: Page) => page.locator('.cm-content');
const dialog = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('上传图片，放在光标处').setInputFiles([{ name, mimeType: 'image/jpeg', buffer }]);
}

/** Replaces the whole text in the editor. */
async function retype(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(words);
}

async function begin(page: Page, title: string, slug: string): Promise<void> {
  await page.goto(`${address}admin/#/collections/activities/new`);
  await page.getByLabel('标题', { exact: true }).fill(title);
  await page.getByLabel('网址名', { exact: true }).fill(slug);
  await page.getByLabel('活动日期', { exact: true }).fill('2026-11-22');
  await text(page).click();
  await page.keyboard.insertText('第一句。');
}

/** Waits for the server's answer itself, because Decap's message disappears. */
async function save(page: Page): Promise<number> {
  const answers = new Promise<number>((resolve) => {
    const listen = async (response: Response): Promise<void> => {
      if (!response.request().postData()?.includes('"persistEntry"')) return;
      // After a refused file the desk saves again without it.
      if (response.status() === 422) return;
      page.off('response', listen);
      resolve(response.status());
    };
    page.on('response', listen);
  });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const status = await answers;
  await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible();
  // A new entry is reopened at its address; a file chosen earlier would be lost.
  await expect(page).toHaveURL(/\/entries\//);
  await expect(page.getByText('都已保存').first()).toBeVisible();
  return status;
}

test.beforeEach(async ({ page }) => {
  page.on('dialog', (each) => void each.accept());
  await signIn(page, li);
});

test('an unusable file is reported when it is chosen, and does not block saving', async ({ page }) => {
  await begin(page, '选图片', 'xuan-tupian');
  await choose(page, '微信图片.jpg', await webp());
  await expect(dialog(page)).toContainText('“微信图片.jpg”的内容和它的扩展名不一致：里面其实是 WEBP 图片');
  await dialog(page).getByRole('button', { name: '知道了' }).click();
  await choose(page, 'IMG_0001.jpg', heic);
  await expect(dialog(page)).toContainText('“设置→相机→格式”里选“兼容性最佳”');
  await dialog(page).getByRole('button', { name: '知道了' }).click();
  await expect(text(page)).toHaveText('第一句。');

  await choose(page, '_DSC0123.JPG', await jpeg());
  await expect(text(page)).toContainText('](_DSC0123.jpg)');
  expect(await save(page)).toBe(200);
  expect(heldBy('xuan-tupian')).toEqual(['_DSC0123.jpg']);

  // Files named in the text are checked while typing, after a reload too.
  const problems = page.locator('.desk-markdown .desk-problems');
  await retype(page, '![灯](_dsc0123.jpg)');
  await expect(problems).toContainText('图片“_dsc0123.jpg”和文件夹里的“_DSC0123.jpg”大小写不一样');
  await keptOnDevice(page, '![灯](_dsc0123.jpg)');
  await page.reload();
  await page.getByRole('button', { name: '不要了' }).click();
  await retype(page, '![灯](./_DSC0123%2Ejpg?1) ![楼](楼 顶.heic)');
  await expect(problems).toContainText('图片“楼 顶.heic”是 iPhone 的 HEIC 照片');
  await expect(problems).not.toContainText('_DSC0123');
});

test('a file refused while saving is removed and reported; the text is saved, then and later', async ({
  page,
}) => {
  await begin(page, '断网时选', 'duanwang-xuan');
  // The connection was lost for a moment, so the file could not be checked.
  await page.route('**/admin/api/file?name=*', (route) => route.abort());
  await choose(page, 'IMG_0002.jpg', heic);
  await expect(text(page)).toContainText('](IMG_0002.jpg)');
  await page.keyboard.insertText('一盏灯');
  expect(await save(page)).toBe(200);
  await expect(dialog(page)).toContainText('文字存好了，有文件没有存上');
  await expect(dialog(page)).toContainText('“IMG_0002.jpg”是 iPhone 的 HEIC 照片');
  await dialog(page).getByRole('button', { name: '知道了' }).click();
  expect(heldBy('duanwang-xuan')).toEqual([]);
  expect(
    git(
      'show',
      'refs/heads/cms/activities/2026--duanwang-xuan:content/activities/2026/duanwang-xuan/index.md',
    ),
  ).toContain('第一句。');

  await retype(page, '没有图了。');
  expect(await save(page)).toBe(200);
  await expect(dialog(page)).toHaveCount(0);

  await page.reload();
  await expect(text(page)).toHaveText('没有图了。');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('再写一句。');
  expect(await save(page)).toBe(200);
  await expect(dialog(page)).toHaveCount(0);
});

test('it does not block a text that is restored after the page was closed', async ({ page }) => {
  await begin(page, '恢复以后', 'huifu-yihou');
  expect(await save(page)).toBe(200);
  await page.route('**/admin/api/file?name=*', (route) => route.abort());
  await text(page).click();
  await page.keyboard.press('Control+End');
  await choose(page, 'IMG_0003.jpg', heic);
  await expect(text(page)).toContainText('](IMG_0003.jpg)');
  await choose(page, 'hao.jpg', await jpeg());
  await expect(text(page)).toContainText('](hao.jpg)');
  await keptOnDevice(page, '](hao.jpg)', JSON.stringify('hao.jpg'));
  await page.reload();
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(text(page)).toContainText('](IMG_0003.jpg)');
  expect(await save(page)).toBe(200);
  await expect(dialog(page)).toContainText('“IMG_0003.jpg”是 iPhone 的 HEIC 照片');
  await dialog(page).getByRole('button', { name: '知道了' }).click();
  expect(heldBy('huifu-yihou')).toEqual(['hao.jpg']);
});

test('a picture is stored only while the text names it', async ({ page }) => {
  await begin(page, '删了又要', 'shanle-youyao');
  await choose(page, '合影 一.jpg', await jpeg());
  await expect(text(page)).toContainText('](合影-一.jpg)');
  const whole = (await text(page).innerText()).replaceAll('\n\n', '\n');
  await retype(page, '先不放。');
  expect(await save(page)).toBe(200);
  expect(heldBy('shanle-youyao')).toEqual([]);
  await retype(page, whole.replace('写明图上有什么', '合影'));
  expect(await save(page)).toBe(200);
  expect(heldBy('shanle-youyao')).toEqual(['合影-一.jpg']);
  await retype(page, '还是不放。');
  expect(await save(page)).toBe(200);
  expect(heldBy('shanle-youyao')).toEqual([]);
  await retype(page, '![合影](%E5%90%88%E5%BD%B1-%E4%B8%80.jpg?1)');
  const shown = page.frameLocator('iframe').first().getByRole('img', { name: '合影' });
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60);
  expect(await save(page)).toBe(200);
  expect(heldBy('shanle-youyao')).toEqual(['合影-一.jpg']);
  await page.reload();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(60);
});
