/** Words for tests of search, taken from the site, because editors may change every text. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';
import { makeReadings } from '../../../src/search/build/make-readings.ts';

export interface Words {
  title: string;
  /** The first Chinese characters of the title, four to six. */
  typed: string;
  traditional: string;
  pinyin: string;
  mixed: string;
  /** One character replaced by another with the same sound. */
  slip: string;
}

/** A title whose words differ in Traditional characters. */
export async function wordsOfATitle(page: Page): Promise<Words> {
  const titles: string[] = [];
  for (const list of ['./activities/', './notices/', './materials/']) {
    await page.goto(list);
    titles.push(...(await page.locator('main .entry__link').allInnerTexts()).map((title) => title.trim()));
  }
  const convert = Converter({ from: 'cn', to: 'tw' });
  for (const title of titles) {
    const typed = /[\u4e00-\u9fff]{4,6}/.exec(title)?.[0];
    const slip = typed === undefined ? undefined : slipOf(typed);
    if (typed === undefined || slip === undefined || convert(typed) === typed) continue;
    const syllables = pinyin(typed, { toneType: 'none', type: 'array', v: true });
    const mixed = (syllables[0] ?? '') + typed.slice(1);
    return { title, typed, traditional: convert(typed), pinyin: syllables.join(''), mixed, slip };
  }
  throw new Error('No title of the lists can be typed in several ways.');
}

function slipOf(typed: string): string | undefined {
  const syllable = pinyin(typed, { toneType: 'none', type: 'array' }).at(-1) ?? '';
  const other = [...(makeReadings(new Map())[syllable] ?? '')].findLast((each) => !typed.includes(each));
  return other === undefined ? undefined : typed.slice(0, -1) + other;
}

/** A document number on a policy page. */
export async function aDocumentNumber(
  page: Page,
): Promise<{ title: string; issuer: string; year: string; number: string }> {
  await page.goto('./policies/');
  const addresses = await page
    .locator('main .entry__link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) {
    await page.goto(address);
    const text = await page.getByRole('article').innerText();
    const [, issuer = '', year = '', number = ''] = /([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号/.exec(text) ?? [];
    if (number !== '')
      return { title: await page.getByRole('heading', { level: 1 }).innerText(), issuer, year, number };
  }
  throw new Error('No policy has a document number.');
}

interface Settings {
  synonyms?: { words: string }[];
  pins?: { word: string; page: string }[];
}

/** The editors' settings for search. */
export async function settingsOfSearch(): Promise<Settings> {
  const [, yaml = ''] = (await readFile('content/site/index.md', 'utf8')).split(/^---$/m);
  return parse(yaml) as Settings;
}
