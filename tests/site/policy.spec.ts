/** The Content-Security-Policy in the browser: it reports what it refuses, and no page may cause a report. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pageOfEveryType, visit } from './support/page-types.ts';

const nginx = await readFile(path.resolve(import.meta.dirname, '../../docs/nginx.conf'), 'utf8');

test('no type of page, in either view, violates the policy of our server, which nginx has as well', async ({
  page,
  baseURL,
}) => {
  const reports: string[] = [];
  await page.exposeFunction('report', (each: string) => reports.push(each));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { report } = window as unknown as { report(each: string): void };
      report(`${location.href} ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  const addresses = [...(await pageOfEveryType(page)), '/my-study/', '/listen/', '/offline/'].map(
    (each) => new URL(each, baseURL).pathname,
  );
  const aPath = addresses.find((address) => /^\/paths\/[^/]+\/$/.test(address));
  const all = [
    ...addresses,
    ...addresses.map((address) => `/elder${address}`),
    '/search/?q=的',
    `${String(aPath)}screen/`,
    `${String(aPath)}booklet/`,
    String(aPath).replace(/^\/paths\/(.+)\/$/, '/handouts/$1.html'),
  ];
  const islands = new Set<string | null>();
  for (const address of all) {
    const answer = await visit(page, address);
    const policy = answer?.headers()['content-security-policy'];
    expect(policy, address).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(nginx, address).toContain(`"${String(policy)}"`);
    for (const island of await page.locator('astro-island').all()) {
      islands.add(await island.getAttribute('opts'));
      // The style that Astro would write into the page.
      expect(await island.evaluate((element) => getComputedStyle(element).display)).toBe('contents');
    }
  }
  expect(reports).toEqual([]);
  // All three have loaded, so their scripts were checked too.
  expect([...islands].map((opts) => (JSON.parse(opts ?? '{}') as { name?: string }).name).toSorted()).toEqual(
    ['MyStudy', 'Quiz', 'SearchPage'],
  );
});

test('an inline script would be reported', async ({ page }) => {
  await page.goto('./');
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          resolve(violatedDirective);
        });
        const script = document.createElement('script');
        script.textContent = '1';
        document.body.append(script);
      }),
  );
  expect(refused).toBe('script-src-elem');
});
