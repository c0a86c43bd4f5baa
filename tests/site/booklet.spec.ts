/** The booklet of every path, in both sizes, printed by the browser and read back page by page. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { builtFiles } from './support/built-site.ts';
import { bare, readPdf } from './support/pdf-pages.ts';
import type { Pdf } from './support/pdf-pages.ts';

const perMillimetre = 72 / 25.4;
/** The printed area of a page in booklet-pages.css, in points from the lower edge. */
const [bottom, top] = [24 * perMillimetre, (297 - 20) * perMillimetre];

async function bookletAddresses(): Promise<string[]> {
  const files = [...(await builtFiles())].filter((name) =>
    /^paths\/[^/]+\/booklet\/(large\/)?index\.html$/.test(name),
  );
  expect(files.length).toBeGreaterThan(1);
  return files.sort().map((name) => `/${name.replace(/index\.html$/, '')}`);
}

interface Entry {
  text: string;
  page: string;
  id: string;
}

async function contentsOf(page: Page): Promise<Entry[]> {
  await expect(page.locator('.contents-list__page').first()).not.toHaveText('');
  return page.locator('.contents-list__link').evaluateAll((links) =>
    links.map((link) => ({
      text: link.querySelector('.contents-list__text')?.textContent ?? '',
      page: link.querySelector('.contents-list__page')?.textContent ?? '',
      id: decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)),
    })),
  );
}

async function printed(page: Page): Promise<Pdf> {
  return readPdf(
    await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true }),
  );
}

interface PrintedHeading {
  id: string;
  text: string;
  page: number;
  y: number;
}

/**
 * Where each heading was printed. The outline has them in the order of the page. Chromium 156 writes the words of a
 * heading at the top of a page twice, so headings are identified by position, and the words only have to be included.
 */
async function headingsPrinted(page: Page, { headings }: Pdf): Promise<PrintedHeading[]> {
  await page.emulateMedia({ media: 'print' });
  const written = await page
    .locator('.booklet :is(h1, h2, h3, h4, h5, h6)')
    .evaluateAll((all) =>
      all
        .filter((heading) => heading.getClientRects().length > 0)
        .map((heading) => ({ id: heading.id, text: heading.lastChild?.textContent ?? '' })),
    );
  // Not “screen”: the next PDF would use the styles for a screen, too.
  await page.emulateMedia({ media: null });
  expect(headings.length).toBe(written.length);
  return written.map(({ id, text }, index) => {
    const { title = '', page: number = 0, y = 0 } = headings[index] ?? {};
    expect(title).toContain(bare(text));
    return { id, text: bare(text), page: number, y };
  });
}

for (const size of ['plain', 'large']) {
  test(`contents, footers and headings of every ${size} booklet match the printed pages`, async ({
    page,
  }) => {
    const stepCounts: number[] = [];
    for (const address of (await bookletAddresses()).filter(
      (each) => each.endsWith('/large/') === (size === 'large'),
    )) {
      await page.goto(address);
      const entries = await contentsOf(page);
      const pdf = await printed(page);

      // Every entry has the page number of its heading.
      const headings = await headingsPrinted(page, pdf);
      const pageOf = new Map(headings.map((heading) => [heading.id, heading.page]));
      expect(
        entries.map(({ text, id }) => `${text} ${String(pageOf.get(id))}`),
        address,
      ).toEqual(entries.map((entry) => `${entry.text} ${entry.page}`));

      // Every step starts a new page.
      const steps = entries.filter(({ id }) => id.startsWith('step-'));
      stepCounts.push(steps.length);
      expect(new Set(steps.map((step) => step.page)).size, address).toBe(steps.length);

      pdf.pages.forEach(({ width, height, lines }, index) => {
        const where = `${address} page ${String(index + 1)}`;
        // A4, to half a millimetre.
        expect(Math.abs(width - 210 * perMillimetre), where).toBeLessThan(1.5);
        expect(Math.abs(height - 297 * perMillimetre), where).toBeLessThan(1.5);
        // The cover has no number; every other page has its own.
        const footer = lines.filter(({ y }) => y < bottom);
        expect(
          footer.map(({ text }) => text),
          where,
        ).toEqual(index === 0 ? [] : [String(index + 1)]);
        // No line crosses an edge of the printed area, where it would be cut off.
        const text = lines.filter((line) => !footer.includes(line));
        expect(text.length, where).toBeGreaterThan(0);
        expect(Math.min(...text.map(({ y }) => y)), where).toBeGreaterThan(bottom);
        expect(Math.max(...text.map(({ y, size }) => y + 0.8 * size)), where).toBeLessThan(top + 1);
      });

      // No heading is the last line of a page.
      const alone = headings.filter(({ page: number, y }) => {
        const lines = pdf.pages[number - 1]?.lines ?? [];
        const [own] = lines.filter((line) => line.y < y + 1).toSorted((a, b) => b.y - a.y);
        return !lines.some((line) => own && line.y < own.y - 1.2 * own.size && line.y > bottom);
      });
      expect(alone.map(({ text, page: number }) => `${address} ${text} page ${String(number)}`)).toEqual([]);
    }
    expect(Math.max(...stepCounts)).toBeGreaterThanOrEqual(6);
  });
}

test('no row, picture or question is split over two pages, and there are no single lines', async ({
  page,
}) => {
  for (const address of await bookletAddresses()) {
    await page.goto(address);
    await contentsOf(page);
    const found = await page.evaluate(() => {
      const booklet = document.querySelector('.booklet')!;
      // The columns used to count pages; the test above shows that they match the pages.
      booklet.classList.add('booklet--measured');
      const name = (element: Element): string =>
        `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 20)}`;
      const split = [
        ...booklet.querySelectorAll('table, tr, figure, img, svg, .asked, .callout, h1, h2, h3, h4'),
      ].filter((element) => element.getClientRects().length > 1);
      /** How many lines of a text are in each column, from the boxes of its words. */
      const { left: start, width } = booklet.getBoundingClientRect();
      const step = width + parseFloat(getComputedStyle(booklet).columnGap);
      const linesByColumn = (element: Element): number[] => {
        const words = document.createRange();
        words.selectNodeContents(element);
        const middles = new Map<number, number[]>();
        const height = parseFloat(getComputedStyle(element).lineHeight);
        for (const { left, top, bottom } of words.getClientRects()) {
          const column = Math.floor((left - start) / step + 0.01);
          middles.set(column, [...(middles.get(column) ?? []), (top + bottom) / 2]);
        }
        // A box further down is a new line; a footnote's number on the same line is not.
        return [...middles.values()].map(
          (all) =>
            all
              .toSorted((a, b) => a - b)
              .filter((y, at, sorted) => at === 0 || y - (sorted[at - 1] ?? 0) > height / 2).length,
        );
      };
      const paragraphs = [...booklet.querySelectorAll('.prose > p')].filter(
        (element) => element.getClientRects().length > 1,
      );
      const lonely = paragraphs.filter((element) => linesByColumn(element).some((lines) => lines < 2));
      return { split: split.map(name), lonely: lonely.map(name) };
    });
    expect(found.split, address).toEqual([]);
    expect(found.lonely, address).toEqual([]);
  }
});

test('no text of the large booklet is smaller than 18 pt', async ({ page }) => {
  const [address = ''] = (await bookletAddresses()).filter((each) => each.endsWith('/large/'));
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  const sizes = await page
    .locator('.booklet :is(p, li, td, th, dt, dd, h1, h2, h3, h4, figcaption)')
    .evaluateAll((all) =>
      all
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => (parseFloat(getComputedStyle(element).fontSize) * 72) / 96),
    );
  expect(sizes.length).toBeGreaterThan(50);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(17.99);
});

test('the pages do not depend on the reader’s screen', async ({ page }) => {
  const [address = ''] = await bookletAddresses();
  const numbers: string[] = [];
  for (const width of [320, 390, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
    numbers.push((await contentsOf(page)).map(({ page: number }) => number).join(' '));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(new Set(numbers).size).toBe(1);
});

test('answers open on the screen, and are at the end on paper', async ({ page }) => {
  const addresses = await bookletAddresses();
  for (const address of addresses) {
    await page.goto(address);
    if ((await page.locator('.asked-list').count()) > 0) break;
  }
  await contentsOf(page);
  const asked = page.locator('.booklet__part--fresh .asked').first();
  await expect(asked.getByText('依据：')).toBeHidden();
  await asked.getByText('看答案和讲解').click();
  await expect(asked.getByText('依据：')).toBeVisible();
  await expect(page.getByRole('heading', { name: '附：答案和讲解' })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(asked.getByText('看答案和讲解')).toBeHidden();
  await expect(page.getByRole('heading', { name: '附：答案和讲解' })).toBeVisible();
  await expect(asked.locator('xpath=ancestor::section').locator('.page-of')).toHaveText(/^第 \d+ 页$/);
});

test('axe finds nothing in either size', async ({ page }) => {
  const [plain = '', large = ''] = await bookletAddresses();
  for (const address of [plain, large]) {
    await page.goto(address);
    await contentsOf(page);
    expect(await axeProblems(page)).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the contents link to every part, and say why they have no page numbers', async ({ page }) => {
    const [address = ''] = await bookletAddresses();
    await page.goto(address);
    await expect(page.getByText('没有打开脚本，目录里就没有页码')).toBeVisible();
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
    const link = page.locator('.contents-list__link', { hasText: '第 2 步' }).first();
    await link.click();
    await expect(page.getByRole('heading', { name: /^第 2 步/ })).toBeInViewport();
  });
});
