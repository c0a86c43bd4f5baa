import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on a page, place by place; `enhanced` asks for a contrast of 7 to 1. Legacy mode only leaves frames
 * out, and the site has none; asking for violations alone halves the time, for axe then names no place that is fine.
 */
export async function axeProblems(page: Page, { enhanced = false } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: enhanced } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}
