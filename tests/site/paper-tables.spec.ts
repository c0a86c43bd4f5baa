/** Printed pages, read back from their PDF: every column of a table is printed, and no sheet is empty. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { bare, readPdf } from './support/pdf-pages.ts';
import type { Pdf } from './support/pdf-pages.ts';
import { entriesOf } from './support/page-types.ts';

// Printing takes long, and the tests do not depend on each other.
test.describe.configure({ mode: 'parallel' });

const printed = async (page: Page): Promise<Pdf> => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** Fonts for PDFs map some Han characters to radicals that only look like them. */
const lookalikes: Record<string, string> = {
  '⺠': '民',
  '⻓': '长',
  '⻔': '门',
  '⻝': '食',
  '⻋': '车',
  '⻅': '见',
  戶: '户',
};
const plain = (text: string): string =>
  bare(text.normalize('NFKC')).replace(/[⺠⻓⻔⻝⻋⻅戶]/gu, (letter) => lookalikes[letter] ?? letter);

/** Words printed beyond an edge of the sheet. */
const cutOff = ({ pages }: Pdf): string[] =>
  pages.flatMap(({ width, height, lines }, index) =>
    lines
      .filter(({ x, y, width: length }) => x < 0 || y < 0 || x + length > width + 0.5 || y > height)
      .map(({ text }) => `${String(index + 1)}: ${text}`),
  );

const wordsOf = ({ pages }: Pick<Pdf, 'pages'>): string =>
  plain(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''));

/** Replaces the text by a table as the renderer writes it, with a different word in each cell. */
function withTable(page: Page, columns: number, rows: number, cell: string): Promise<string[]> {
  return page.evaluate(
    ([wide, long, filler]) => {
      const words: string[] = [];
      const cells = (row: number, tag: string): string =>
        Array.from({ length: wide }, (_, column) => {
          const word = `R${String(row)}C${String(column)}`;
          words.push(word);
          return `<${tag}>${filler}${word}</${tag}>`;
        }).join('');
      const body = Array.from({ length: long }, (_, row) => `<tr>${cells(row + 1, 'td')}</tr>`).join('');
      const prose = document.querySelector('.prose');
      if (!prose) throw new Error('This page has no text.');
      prose.innerHTML = `<p>前文。</p><div class="table-scroll" role="region" tabindex="0"><table><thead><tr>${cells(0, 'th')}</tr></thead><tbody>${body}</tbody></table></div>`;
      return words;
    },
    [columns, rows, cell] as const,
  );
}

const kinds = [
  ['./activities/', ''],
  ['./activities/', '/elder'],
  ['./documents/', ''],
  ['./meetings/', ''],
] as const;
const tables = [
  { columns: 14, rows: 12, cell: '数据' },
  { columns: 24, rows: 3, cell: '' },
  { columns: 8, rows: 4, cell: '这一格里写了一句比较长的话，说明情况。' },
  { columns: 5, rows: 3, cell: 'https://example.cn/a-very-long-address/that-does-not-end/2026/' },
];

for (const [list, view] of kinds) {
  test(`every cell of a table is printed: ${view}${list}`, async ({ page }) => {
    const [address = ''] = await entriesOf(page, list);
    for (const { columns, rows, cell } of tables) {
      await page.goto(`${view}${new URL(address).pathname}`);
      const words = await withTable(page, columns, rows, cell);
      const pdf = await printed(page);
      // Narrow cells break words, and the lines of a row are next to each other, so letters are counted.
      const letters = wordsOf(pdf)
        .split('')
        .filter((letter) => letter === 'R').length;
      expect(letters, `${String(columns)} columns`).toBeGreaterThanOrEqual(words.length);
      expect(cutOff(pdf), `${String(columns)} columns`).toEqual([]);
      expect(pdf.pages.filter(({ lines }) => lines.length === 0).length).toBe(0);
    }
  });
}

test('a table of many columns is on a landscape sheet, the text before it is not', async ({ page }) => {
  const [address = ''] = await entriesOf(page, './activities/');
  await page.goto(address);
  await withTable(page, 14, 3, '数据');
  const turned = (await printed(page)).pages.map(({ width, height }) => width > height);
  expect(turned[0]).toBe(false);
  expect(turned).toContain(true);
  await page.goto(address);
  await withTable(page, 5, 3, '数据');
  expect((await printed(page)).pages.some(({ width, height }) => width > height)).toBe(false);
});

for (const view of ['', '/elder']) {
  test(`the heading of a wide table is on the landscape sheet${view}`, async ({ page }) => {
    const [address = ''] = await entriesOf(page, './activities/');
    for (const [columns, isTurned] of [
      [14, true],
      [5, false],
    ] as const) {
      await page.goto(`${view}${new URL(address).pathname}`);
      await withTable(page, columns, 3, '');
      await page.evaluate(() => {
        const heading = document.createElement('h3');
        heading.textContent = 'H3OFTABLE';
        document.querySelector('.prose .table-scroll')?.before(heading);
      });
      const sheet = (await printed(page)).pages.find((each) =>
        wordsOf({ pages: [each] }).includes('H3OFTABLE'),
      );
      expect(sheet && sheet.width > sheet.height, `${String(columns)} columns`).toBe(isTurned);
    }
  });
}

for (const address of ['/responsibilities/', '/annual/', '/scope/', '/open-data/', '/menus/', '/calendar/']) {
  for (const view of ['', '/elder']) {
    test(`nothing is cut off on the paper of ${view}${address}`, async ({ page }) => {
      await page.goto(`${view}${address}`);
      const cells = await page
        .locator('main .data-table :is(th, td)')
        .evaluateAll((all) => all.map((each) => each.textContent));
      const pdf = await printed(page);
      expect(cutOff(pdf)).toEqual([]);
      const there = new Set(wordsOf(pdf));
      expect([...plain(cells.join(''))].filter((letter) => !there.has(letter))).toEqual([]);
    });
  }
}

for (const view of ['', '/elder']) {
  test(`the foot of the page${view} never needs a sheet of its own`, async ({ page }) => {
    const [address = ''] = await entriesOf(page, './activities/');
    const left: number[] = [];
    await page.goto(`${view}${new URL(address).pathname}`);
    await page
      .locator('.reading__end > :not(.take-away), .reading__cover')
      .evaluateAll((all) => all.forEach((each) => each.remove()));
    for (let paragraphs = 14; paragraphs < 48; paragraphs += 1) {
      await page.locator('.prose').evaluate((prose, count) => {
        prose.innerHTML = Array.from({ length: count }, () => '<p>words of the text</p>').join('');
      }, paragraphs);
      const last =
        (await printed(page)).pages
          .at(-1)
          ?.lines.map(({ text }) => text)
          .join('') ?? '';
      if (!last.includes('words')) left.push(paragraphs);
    }
    expect(left).toEqual([]);
  });
}

test('a printed page names its source, with the QR code at the top', async ({ page }) => {
  const [address = ''] = await entriesOf(page, './activities/');
  await page.goto(address);
  const [first] = (await printed(page)).pages;
  const words = plain(first?.lines.map(({ text }) => text).join('') ?? '');
  expect(words).toContain('主办:');
  expect(words).toContain(new URL(address).pathname);
  await page.emulateMedia({ media: 'print' });
  const code = await page.getByRole('img', { name: '本页网址的二维码' }).boundingBox();
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect((code?.y ?? 0) + (code?.height ?? 0)).toBeLessThanOrEqual((title?.y ?? 0) + 1);
});
