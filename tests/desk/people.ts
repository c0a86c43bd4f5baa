import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Accounts of the hub under test. The one-time link makes the first, which makes the others. */
export const address = process.env['HUB_TEST_ADDRESS'] ?? '';
const firstRun = process.env['HUB_TEST_FIRST_RUN'] ?? '';

export interface Colleague {
  username: string;
  name: string;
  password: string;
}
export const li: Colleague = { username: 'libianji', name: '李编辑', password: '榕荫里三栋门口的坡道' };
export const wang: Colleague = { username: 'wangxin', name: '王欣', password: '食堂二楼活动室的钥匙' };

/** Signs in. On a hub without accounts, the one-time link makes this account first. */
export async function signIn(page: Page, { username, name, password }: Colleague): Promise<void> {
  await page.goto(firstRun || `${address}admin/sign-in`);
  if (await page.getByRole('button', { name: '建立账号并登录' }).isVisible()) {
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('新密码').fill(password);
    await page.getByLabel('再写一遍').fill(password);
    await page.getByRole('button', { name: '建立账号并登录' }).click();
  } else {
    await page.goto(`${address}admin/sign-in`);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
  }
  await expect(page.getByRole('heading', { name: '共建动态' })).toBeVisible();
}

/** Makes an account for a colleague; an owner must be signed in on this page. */
export async function makeAccount(page: Page, { username, name, password }: Colleague): Promise<void> {
  const answer = await page.request.post(`${address}admin/api/accounts`, {
    data: { action: 'add', username, name, password, role: 'editor' },
    headers: { origin: new URL(address).origin },
  });
  // 409 when the tests run again on the same hub.
  expect([200, 409]).toContain(answer.status());
}

export const saveButton = (page: Page) => page.getByRole('button', { name: '保存', exact: true });

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible();
}
