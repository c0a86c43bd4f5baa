import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface AxeOptions {
  /** Ask for a contrast of 7 to 1. */
  enhanced?: boolean;
  /** Only the part of the page that this selector finds. */
  within?: string;
}

/**
 * What axe finds on a page, one line for each element. We load axe ourselves: @axe-core/playwright loads its unminified
 * form two or three times for each page, which takes as long as the check; it does so for frames, and the site has none.
 * With `resultTypes`, axe does not describe elements without problems.
 */
export async function axeProblems(page: Page, options: AxeOptions = {}): Promise<string[]> {
  const { enhanced = false, within } = options;
  await page.evaluate(script);
  const { violations } = await page.evaluate(
    ([context, runOptions]) =>
      (window as unknown as { axe: { run: (...run: unknown[]) => Promise<AxeResults> } }).axe.run(
        context ?? document,
        runOptions,
      ),
    [
      within,
      {
        resultTypes: ['violations'],
        rules: { 'color-contrast-enhanced': { enabled: enhanced } },
      } satisfies RunOptions,
    ] as const,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html.slice(0, 100)}`),
  );
}
