import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { smallTargets } from './support/elder-measures.ts';
import { entriesOf } from './support/page-types.ts';

/** A device with one voice; the test decides when a sentence is over. */
async function withVoice(page: Page, lang: string): Promise<void> {
  await page.addInitScript((lang) => {
    const spoken: string[] = [];
    let now: SpeechSynthesisUtterance | undefined;
    const speech = {
      getVoices: () => [{ lang, localService: true, name: 'test', default: true, voiceURI: 'test' }],
      speak: (words: SpeechSynthesisUtterance) => {
        now = words;
        spoken.push(words.text);
      },
      cancel: () => (now = undefined),
      get speaking() {
        return now !== undefined;
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    // The real one accepts only voices of the browser.
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, {
      spoken,
      finishSentence: () => {
        const ended = now;
        now = undefined;
        ended?.onend?.(new Event('end') as SpeechSynthesisEvent);
      },
    });
  }, lang);
}

const spoken = (page: Page): Promise<string[]> => page.evaluate('spoken');
const marked = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('being-read') ?? [])].map(String).join());

for (const view of ['', '/elder']) {
  test(`an article is read by keyboard, sentence by sentence, in ${view || 'the normal view'}`, async ({
    page,
  }) => {
    const [address = ''] = await entriesOf(page, './activities/');
    await withVoice(page, 'zh-CN');
    await page.goto(view + new URL(address).pathname);
    const title = (await page.locator('h1').textContent())?.trim() ?? '';
    const text = await page.locator('.prose').innerHTML();
    const button = page.getByRole('group', { name: '朗读' }).getByRole('button');
    await button.first().focus();
    await page.keyboard.press('Enter');
    await expect(button.first()).toHaveText('暂停');
    expect(title).toContain((await spoken(page))[0] ?? '-');
    expect(title).toContain(await marked(page));
    for (let sentence = 0; sentence < 5; sentence++) await page.evaluate('finishSentence()');
    expect(await spoken(page)).toHaveLength(6);
    expect((await spoken(page))[5]).toBe((await marked(page)).replace(/\s+/g, ' ').trim());
    await page.keyboard.press('Enter');
    await expect(button.first()).toHaveText('继续朗读');
    if (view !== '') expect(await smallTargets(page, 60)).toEqual([]);
    expect(await axeProblems(page, { within: '.read-aloud' })).toEqual([]);
    await page.getByRole('button', { name: '停止' }).press('Enter');
    await expect(page.getByRole('button', { name: '朗读', exact: true })).toBeFocused();
    expect(await marked(page)).toBe('');
    expect(await page.locator('.prose').innerHTML()).toBe(text);
  });
}

test('without a Chinese voice no control appears, and the page about listening says so', async ({ page }) => {
  await withVoice(page, 'en-US');
  const [address = ''] = await entriesOf(page, './activities/');
  await page.goto('./listen/');
  await expect(page.getByText('没有中文语音，文章里不会出现“朗读”')).toBeVisible();
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('button', { name: '朗读' })).toHaveCount(0);
  await expect(page.locator('.read-aloud')).toBeHidden();
});
