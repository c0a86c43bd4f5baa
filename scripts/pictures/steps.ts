import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** What people do at the desk again and again. */

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
  // A new entry is opened anew at its address.
  await expect(page).toHaveURL(/\/entries\//);
  await expect(page.getByRole('button', { name: /^状态/ })).toBeVisible();
}

/** The checker and the preview are a moment behind the typing, and what Decap says fades away. */
export async function rested(page: Page): Promise<void> {
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

/** A colleague's account, made by whoever is signed in on this page. */
export async function openAccount(page: Page, address: string): Promise<void> {
  const answer = await page.request.post(`${address}admin/api/accounts`, {
    data: { deed: 'add', username: 'wangxin', name: '王欣', password, role: 'editor' },
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

export async function photo(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const file = path.join(content, 'activities/2025/0416-diyici-lianxihuiyi/pianqu-huanghun.jpg');
  return { name, mimeType: 'image/jpeg', buffer: await readFile(file) };
}
