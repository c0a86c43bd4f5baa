import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { build } from 'vite';

async function boxes(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'boxes-of-text.ts'), formats: ['iife'], name: 'boxes' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The boxes of text were not bundled.');
  return chunk.code;
}

/** As the browser does on Ctrl+V: the event first, then its own pasting unless the event was handled. */
const paste = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector).evaluate((element, pasted) => {
    (element as HTMLElement).focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (element.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
  }, text);

test('pasting leaves out invisible characters, keeps the caret, and can be undone', async ({ page }) => {
  await page.setContent('<input value="关于通知"><textarea></textarea>');
  await page.addScriptTag({ content: await boxes() });
  const line = page.locator('input');
  await line.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.setSelectionRange(2, 2);
  });
  await paste(page, 'input', '三号\u200b楼\u00a0停水\u000b的\ufeff');
  await expect(line).toHaveValue('关于三号楼 停水 的通知');
  await page.keyboard.type('！');
  await expect(line).toHaveValue('关于三号楼 停水 的！通知');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(line).toHaveValue('关于通知');

  await paste(page, 'textarea', '第一行\u2028第\u00ad二行 👨‍👩‍👧');
  await expect(page.locator('textarea')).toHaveValue('第一行\n第二行 👨‍👩‍👧');
  // Damaged characters stay visible: the checker reports them.
  await paste(page, 'textarea', '丢\ufffd了');
  await expect(page.locator('textarea')).toHaveValue(/丢\ufffd了$/);

  await paste(page, '.cm-content', '第\u200b一段\u000b第二\u00a0段\n　　第三段');
  await expect(page.locator('.cm-line')).toHaveText(['第一段', '第二 段', '　　第三段']);
});
