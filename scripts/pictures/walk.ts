import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import {
  field,
  firstAccount,
  openAccount,
  samplePhoto,
  save,
  setField,
  settled,
  signIn,
  toolbar,
} from './steps.ts';
import type { Take } from './steps.ts';

interface Walk {
  browser: Browser;
  /** Address of the hub, with a final `/`. */
  address: string;
  firstRun: string;
  take: Take;
}

const options = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: 'light',
  viewport: { width: 1180, height: 760 },
} as const;

const title = '维修队进社区';
const body = `11 月 21 日晚，维修队到榕荫里，修好了**三十七盏**楼道灯。[^1]

## 灯亮了

居民说，往后晚归不再摸黑。

[^1]: 维修记录存后勤服务中心。
`;

/** From the first sign-in to a second editor and a phone, with a screenshot at each stop of the manual. */
export async function walk({ browser, address, firstRun, take }: Walk): Promise<void> {
  const person = async (size: { width: number; height: number } = options.viewport): Promise<Page> => {
    const page = await (await browser.newContext({ ...options, viewport: size })).newPage();
    // Decap asks before it publishes, deletes or leaves.
    page.on('dialog', (dialog) => void dialog.accept());
    return page;
  };
  const li = await person();
  await firstAccount(li, firstRun);
  await openAccount(li, address);

  const visitor = await person({ width: 680, height: 500 });
  await visitor.goto(`${address}admin/sign-in`);
  await take('sign-in', visitor);

  await li.reload();
  await expect(li.getByRole('link', { name: /后厨开放日/ })).toBeVisible();
  await settled(li);
  await take('desk', li);

  await write(li, address, take);
  await publish(li, take);
  await rename(li, address, take);
  await remove(li, address, take);
  await editTogether(li, await person(), address, take);

  const phone = await person({ width: 390, height: 760 });
  await signIn(phone, address, 'wangxin');
  await phone.goto(`${address}admin/#/collections/notices/new`);
  await setField(phone, '标题', '三栋电梯检修通知');
  await expect(phone.getByText('有修改没保存')).toBeVisible();
  await settled(phone);
  await phone.evaluate(() => {
    scrollTo(0, 0);
  });
  await take('phone', phone);
}

async function write(page: Page, address: string, take: Take): Promise<void> {
  await page.goto(`${address}admin/#/collections/activities/new`);
  await setField(page, '标题', title);
  await setField(page, '活动日期', '2026-11-21');
  await setField(page, '摘要', '一个周末，七个单元，三十七盏灯。');
  await page.getByRole('searchbox', { name: '参与单位' }).fill('后勤');
  await page.getByRole('button', { name: '示例职业技术学院后勤服务中心' }).click();
  await setField(page, '来源', '后勤服务中心');
  await field(page, '标题').focus();
  await settled(page);
  await take('form', page);

  await page.locator('.cm-content').click();
  await page.keyboard.insertText(body);
  await page.locator('.cm-line', { hasText: '往后晚归' }).click();
  await page.keyboard.press('End');
  await page.getByLabel('上传图片，放在光标处').setInputFiles([await samplePhoto('楼道换灯.jpg')]);
  await expect(page.getByRole('button', { name: '第 7 行' })).toBeVisible();
  await page.getByRole('toolbar').scrollIntoViewIfNeeded();
  await settled(page);
  await take('problems', page);
  await page.keyboard.insertText('两名维修人员在楼道里换灯');
  await expect(page.getByRole('button', { name: '第 7 行' })).toHaveCount(0);
  await take('toolbar', page.locator('.desk-markdown'));
}

async function publish(page: Page, take: Take): Promise<void> {
  await save(page);
  await page.getByRole('button', { name: '状态：草稿' }).click();
  await page.getByRole('menuitem', { name: '可以发布' }).click();
  await expect(page.getByRole('button', { name: '状态：可以发布' })).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await settled(page);
  await take('publish', page, { x: 0, y: 0, width: 1180, height: 360 });
  await page.getByRole('menuitem', { name: '现在发布' }).click();
  await expect(page.getByRole('link', { name: /已在网站上，去看看/ })).toBeVisible({ timeout: 300_000 });
  await settled(page);
  await take('published', page, { x: 0, y: 600, width: 1180, height: 160 });
}

async function rename(page: Page, address: string, take: Take): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}admin/#/collections/materials/entries/xieshang-liubu/index`);
  await expect(field(page, '网址名')).toHaveValue('xieshang-liubu');
  await setField(page, '网址名', 'xieshang-liu-bu');
  await toolbar(page, '保存').click();
  const dialog = page.getByRole('dialog', { name: '地址改了' });
  await expect(dialog).toBeVisible();
  await settled(page);
  await take('moved', dialog);
  await dialog.getByRole('button', { name: '知道了' }).click();
}

async function remove(page: Page, address: string, take: Take): Promise<void> {
  await toolbar(page, '删除草稿').click();
  await expect(toolbar(page, '删除草稿')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`${address}admin/#/collections/activities/entries/2026/1121-weixiu-duijin-shequ/index`);
  await expect(field(page, '标题')).toHaveValue(title);
  await toolbar(page, '删除这一篇').click();
  await expect(page.getByRole('link', { name: '新建共建动态' })).toBeVisible();
  await page.getByRole('button', { name: '回收站' }).click();
  const trash = page.getByRole('dialog', { name: '回收站' });
  await expect(trash.getByText('共 2 篇')).toBeVisible();
  await take('trash', trash);
  await trash.getByRole('button', { name: '关闭' }).click();
}

/** Two editors change one draft; then the browser of the second is closed before saving. */
async function editTogether(li: Page, wang: Page, address: string, take: Take): Promise<void> {
  await li.goto(`${address}admin/#/collections/notices/new`);
  await setField(li, '标题', '电梯检修通知');
  await save(li);
  const draft = li.url();
  await signIn(wang, address, 'wangxin');
  await wang.goto(draft);
  await expect(field(wang, '标题')).toHaveValue('电梯检修通知');
  await setField(li, '摘要', '周六上午检修。');
  await save(li);
  await setField(wang, '摘要', '周六上午九点到十一点，三栋电梯停用。');
  await toolbar(wang, '保存').click();
  const dialog = wang.getByRole('dialog', { name: '别人刚刚也改了这一篇' });
  await expect(dialog).toBeVisible();
  await take('conflict', dialog);
  await dialog.getByRole('button', { name: '知道了' }).click();
  await settled(wang);
  await wang.goto('about:blank');
  await wang.goto(draft);
  await expect(wang.getByRole('button', { name: '不要了' })).toBeVisible();
  await settled(wang);
  await take('recovery', wang, { x: 0, y: 560, width: 1180, height: 200 });
}
