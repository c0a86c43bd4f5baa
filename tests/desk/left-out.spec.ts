import { expect, test } from '@playwright/test';
import type { LeftOut } from '../../admin/shared/left-out.ts';
import { li, makeAccount, signIn, wang } from './people.ts';

const left = (entry: string, title: string, people: string[]): LeftOut => ({
  entry,
  title,
  live: 'previous',
  reason: 'problem',
  messages: ['缺少“摘要”，请填写。'],
  detail: '',
  by: '王欣',
  people,
});

test('the desk says which entries were not updated, to those who wrote them and to all who publish', async ({
  page,
  browser,
}) => {
  await signIn(page, li);
  await makeAccount(page, wang);
  const colleague = await browser.newPage();
  const entries = [
    left('notices/2026/a', '停水通知', ['libianji']),
    left('notices/2026/b', '开饭通知', ['wangxin']),
  ];
  let count = entries.length;
  // Only what the build says is made up: a real one of this kind takes too long here.
  for (const each of [page, colleague]) {
    await each.route('**/admin/api/build', async (route) => {
      const answer = await route.fetch();
      const build = (await answer.json()) as { live: object | null };
      const leftOut = { count, entries: entries.slice(0, count) };
      await route.fulfill({
        response: answer,
        json: {
          ...build,
          state: 'idle',
          live: { ...build.live, builtAt: new Date().toISOString(), leftOut },
        },
      });
    });
  }
  await page.reload();
  await page.getByRole('button', { name: '有 2 篇没有更新，看看是哪篇' }).click();
  const dialog = page.getByRole('dialog', { name: '有内容没有更新到网站' });
  await expect(dialog).toContainText('通知公告《停水通知》');
  await expect(dialog).toContainText('缺少“摘要”，请填写。');
  await expect(dialog).toContainText('改好再发布，它们就会更新到网站。');

  await signIn(colleague, wang);
  await colleague.getByRole('button', { name: /有 \d 篇没有更新/ }).click();
  await expect(colleague.getByRole('dialog')).toContainText('《开饭通知》（最后由王欣改动）');
  await colleague.close();

  // Mended: nothing is left to say.
  count = 0;
  await page.reload();
  await expect(page.getByText(/^网站：已更新/)).toBeVisible();
  await expect(page.getByRole('button', { name: /没有更新/ })).toHaveCount(0);
});
