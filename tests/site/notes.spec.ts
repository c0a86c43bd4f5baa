/** Tools of a reader on a material: marks, notes, terms, text size, citation. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { axeProblems } from './support/axe.ts';
import { entriesOf } from './support/page-types.ts';

/** Selects the first characters of the first long paragraph, as a finger would. */
async function select(page: Page, length: number): Promise<string> {
  // Marks set later would split the selection.
  await page.getByRole('button', { name: '给整篇写一条笔记' }).waitFor();
  return page.evaluate((count) => {
    const paragraph = [...document.querySelectorAll('.reading__text .prose > p')].find(
      (each) => (each.firstChild as Text | null)?.nodeType === 3 && (each.firstChild as Text).length > 12,
    );
    if (!paragraph?.firstChild) throw new Error('There is no paragraph that begins with text.');
    const range = document.createRange();
    range.setStart(paragraph.firstChild, 0);
    range.setEnd(paragraph.firstChild, count);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString();
  }, length);
}

const material = async (page: Page): Promise<string> => {
  const [first] = await entriesOf(page, './materials/');
  if (first === undefined) throw new Error('There is no material.');
  return first;
};

test('a marked passage and its note are there the next time, in the elder view too', async ({ page }) => {
  const address = await material(page);
  await page.goto(address);
  const quote = await select(page, 8);
  await page.getByRole('button', { name: '写笔记' }).click();
  await expect(page.getByLabel('这一段的笔记')).toBeFocused();
  await page.keyboard.type('回去问一问');
  await expect(page.locator('.reading__text mark')).toHaveText(quote);

  await page.reload();
  await expect(page.locator('.reading__text mark')).toHaveText(quote);
  await expect(page.getByLabel('这一段的笔记')).toHaveValue('回去问一问');

  await page.goto(address.replace('/materials/', '/elder/materials/'));
  await expect(page.getByLabel('这一段的笔记')).toHaveValue('回去问一问');
  const stored = await page.evaluate(() => Object.keys(localStorage).sort());
  expect(stored.filter((key) => key !== 'text-size')).toEqual(['hub-notes']);
});

test('by keyboard alone: a note on the whole text is deleted, restored and exported', async ({ page }) => {
  await page.goto(await material(page));
  await page.getByRole('button', { name: '给整篇写一条笔记' }).press('Enter');
  await page.keyboard.type('下次共学用这一篇');
  await page.getByRole('button', { name: /^删去/ }).press('Enter');
  await expect(page.locator('.note-card')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '放回来' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('整篇的笔记')).toHaveValue('下次共学用这一篇');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出这篇的笔记' }).press('Enter');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/-笔记\.md$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('# 我的笔记');
  expect(text).toContain('下次共学用这一篇');
});

test('a mark can include bold words and links, and the text stays the same', async ({ page }) => {
  await page.goto(await material(page));
  const before = await page.locator('.reading__text .prose').innerText();
  await page.evaluate(() => {
    const blocks = document.querySelectorAll('.reading__text .prose > p');
    const range = document.createRange();
    range.setStart(blocks[0] as Element, 0);
    range.setEnd(blocks[1] as Element, (blocks[1] as Element).childNodes.length);
    getSelection()?.addRange(range);
  });
  await page.getByRole('button', { name: '划线' }).click();
  expect(await page.locator('.reading__text mark').count()).toBeGreaterThan(1);
  expect(await page.locator('.reading__text .prose').innerText()).toBe(before);
});

test('the note of a passage that was removed by an editor stays and says so', async ({ page }) => {
  const address = await material(page);
  await page.goto(address);
  await page.evaluate((page) => {
    const note = {
      id: 'gone',
      page,
      title: '旧',
      quote: '这句话原文里没有',
      before: '',
      after: '',
      text: '留着',
      day: '2026-01-02',
    };
    localStorage.setItem('hub-notes', JSON.stringify({ version: 1, notes: [note] }));
  }, new URL(address).pathname);
  await page.reload();
  await expect(page.locator('.note-card')).toContainText('原文改过了，这一段已经找不到');
  await expect(page.getByRole('button', { name: /看原文/ })).toHaveCount(0);
});

test('terms: without script a link to the end, with script an explanation in place', async ({
  page,
  browser,
}) => {
  const lists = await entriesOf(page, './materials/');
  let found: string | undefined;
  for (const address of lists) {
    await page.goto(address);
    if ((await page.locator('a.term').count()) > 0) found = address;
    if (found !== undefined) break;
  }
  if (found === undefined) throw new Error('No material says a term.');
  const term = page.locator('a.term').first();
  await expect(term).toHaveAttribute('aria-expanded', 'false');
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('note')).toContainText(await term.innerText());
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note')).toHaveCount(0);

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(found);
  const href = (await still.locator('a.term').first().getAttribute('href')) ?? '';
  await expect(still.locator(`[id="${href.slice(1)}"]`)).toBeVisible();
  await expect(still.getByRole('heading', { name: '我的笔记' })).toBeHidden();
  await plain.close();
});

test('the chosen text size is kept', async ({ page }) => {
  const address = await material(page);
  await page.goto(address);
  const size = async (): Promise<number> =>
    page
      .locator('.reading__text .prose > p')
      .first()
      .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
  const normal = await size();
  await page.getByRole('radio', { name: '特大' }).check();
  expect(await size()).toBeGreaterThan(normal * 1.4);
  await page.reload();
  await expect(page.getByRole('radio', { name: '特大' })).toBeChecked();
  expect(await size()).toBeGreaterThan(normal * 1.4);
});

test('a citation by GB/T 7714 has author, title, both days and the address', async ({ page }) => {
  await page.goto(await material(page));
  await page.getByText('引用这篇').click();
  await expect(page.locator('[data-cite]')).toHaveText(
    /^\S.*\. .+\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. http.+\/materials\/.+\/\.$/,
  );
});

test('axe finds nothing while a passage is marked and a note is open, in both views', async ({ page }) => {
  const address = await material(page);
  for (const view of [address, address.replace('/materials/', '/elder/materials/')]) {
    await page.goto(view);
    await select(page, 6);
    await page.getByRole('button', { name: '写笔记' }).click();
    await select(page, 10);
    await expect(page.getByRole('button', { name: '划线' })).toBeVisible();
    expect(await axeProblems(page)).toEqual([]);
  }
});
