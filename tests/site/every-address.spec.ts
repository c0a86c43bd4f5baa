/**
 * Every address of the site map, in both views, on a phone. None is left out, because one entry's text can break a page.
 * The elder view needs a contrast of 7 to 1.
 */
import { expect, test } from '@playwright/test';
import { axeProblems } from './support/axe.ts';
import { everyAddress } from './support/built-site.ts';
import { visit } from './support/page-types.ts';

// The workers share the parts; each part uses one browser page for all its addresses.
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 390, height: 844 } });

const parts = 6;

for (let part = 0; part < parts; part++) {
  test(`axe, headings, console and requests: part ${String(part + 1)} of ${String(parts)}`, async ({
    page,
    baseURL,
  }) => {
    const found: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(`${page.url()} console: ${message.text()}`);
    });
    page.on('pageerror', (error) => found.push(`${page.url()} threw ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== new URL(baseURL ?? '').origin)
        found.push(`${page.url()} asks ${request.url()}`);
    });
    // Every sixth, so that long and short pages spread evenly.
    const addresses = (await everyAddress()).filter((_, index) => index % parts === part);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      const answer = await visit(page, address);
      if (answer?.status() !== 200) found.push(`${address} answers ${String(answer?.status())}`);
      const headings = await page.locator('h1').count();
      if (headings !== 1) found.push(`${address} has ${String(headings)} h1`);
      const isElder = address.startsWith('/elder/');
      found.push(...(await axeProblems(page, { enhanced: isElder })).map((each) => `${address} ${each}`));
    }
    expect(found).toEqual([]);
  });
}
