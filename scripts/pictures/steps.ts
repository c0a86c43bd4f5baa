import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The steps that several stops of the manual share. */

/** Takes a screenshot of a page or a part of it, cut to `clip` in CSS pixels. */
export type Take = (name: string, what: Page | Locator, clip?: Clip) => Promise<void>;
export type Clip = Record<'x' | 'y' | 'width' | 'height', number>;

const password = '榕荫里三栋门口的坡道';
const content = path.resolve(import.meta.dirname, '../../content');

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });
export const setField = (page: Page, label: string, value: string): Promise<void> =>
  field(page, label).fill(value);
export const toolbar = (page: Page, button: string): Locator =>
  page.getByRole('button', { name: button, exact: true });

export async function save(page: Page): Promise<void> {
  await toolbar(page, '保存').click();
  await expect(page.getByText('都已保存').first()).toBeVisible();
  // A new entry opens again at its own address.
  await expect(page).toHaveURL(/\/entries\//);
  await expect(page.getByRole('button', { name: /^状态/ })).toBeVisible();
}

/** Waits for the checker, the preview and Decap's messages. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1000);
  await expect(page.locator('.Toastify__toast')).toHaveCount(0);
}

export async function firstAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await setField(page, '姓名', '李编辑');
  await setField(page, '用户名', 'libianji');
  await setField(page, '新密码', password);
  await setField(page, '再写一遍', password);
  await page.getByRole('button', { name: '建立账号并登录' }).click();
  await expect(page.getByRole('heading', { name: '共建动态' })).toBeVisible();
}

/** Creates a colleague's account as the user of this page. */
export async function openAccount(page: Page, address: string): Promise<void> {
  const answer = await page.request.post(`${address}admin/api/accounts`, {
    data: { action: 'add', username: 'wangxin', name: '王欣', password, role: 'editor' },
    headers: { origin: new URL(address).origin },
  });
  expect(answer.status()).toBe(200);
}

export async function signIn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(`${address}admin/sign-in`);
  await setField(page, '用户名', username);
  await setField(page, '密码', password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '共建动态' })).toBeVisible();
}

export async function samplePhoto(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const file = path.join(content, 'activities/2025/0416-diyici-lianxihuiyi/pianqu-huanghun.jpg');
  return { name, mimeType: 'image/jpeg', buffer: await readFile(file) };
}
