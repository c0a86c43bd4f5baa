import type { Browser, Page } from '@playwright/test';
import { openFirefox } from './firefox.ts';
import type { BrowserAnswer } from './in-browser.ts';
import type { Query } from './queries.ts';
import type { SideResults } from './report.ts';
import type { BenchServer } from './server.ts';

/** One cold start per this many queries, because each needs a browser context without a cache. */
const coldEvery = 16;

export async function measure(
  browser: Browser,
  server: BenchServer,
  queries: readonly Query[],
  side: 'ours' | 'stock',
  numbers: ReadonlyMap<string, number>,
): Promise<SideResults> {
  const measured: SideResults = { side, answers: [], cold: [], later: [], warm: [] };
  log(`${side}: every query`);
  const { page, close } = await openPage(browser, server);
  for (const batch of batchesOf(queries)) {
    // Stock Pagefind's answers depend on earlier queries, so each query gets its own instance.
    for (const answer of await ask(page, side, batch, true)) {
      measured.answers.push(withNumbers(answer, numbers));
      if (side === 'ours') measured.warm.push(answer.milliseconds);
    }
  }
  await close();
  if (side === 'stock') {
    log(`${side}: one session`);
    const session = await openPage(browser, server);
    for (const batch of batchesOf(queries)) {
      const answers = await ask(session.page, side, batch, false);
      measured.warm.push(...answers.map(({ milliseconds }) => milliseconds));
    }
    await session.close();
  }
  log(`${side}: cold starts`);
  measured.warm.shift();
  for (let at = 0; at + 1 < queries.length; at += coldEvery) {
    const cold = await openPage(browser, server);
    for (const [place, query] of [queries[at], queries[(at * 7 + 1) % queries.length]].entries()) {
      if (!query) continue;
      const bytesBefore = server.sent();
      const [answer] = await ask(cold.page, side, [query], false);
      const list = place === 0 ? measured.cold : measured.later;
      list.push({ milliseconds: answer?.milliseconds ?? 0, bytes: server.sent() - bytesBefore });
    }
    await cold.close();
  }
  return measured;
}

/** The same queries in Firefox, or undefined if there is none. */
export async function measureInFirefox(
  server: BenchServer,
  queries: readonly Query[],
  numbers: ReadonlyMap<string, number>,
): Promise<SideResults | undefined> {
  const firefox = await openFirefox().catch(() => undefined);
  if (!firefox) return undefined;
  log('ours in Firefox: every query');
  const measured: SideResults = { side: 'ours in Firefox', answers: [], cold: [], later: [], warm: [] };
  try {
    await firefox.goto(`${server.address}page/`);
    for (const batch of batchesOf(queries)) {
      const typed = JSON.stringify(batch.map((query) => query.typed));
      const answers = await firefox.evaluate<BrowserAnswer[]>(
        `(async () => { const answers = []; for (const each of ${typed}) answers.push(await askOurs(each, '/ours/')); return answers; })()`,
      );
      measured.answers.push(...answers.map((answer) => withNumbers(answer, numbers)));
      measured.warm.push(...answers.map(({ milliseconds }) => milliseconds));
    }
    return measured;
  } finally {
    await firefox.close();
  }
}

/** Replaces a side's page names by the page numbers of the bench. */
function withNumbers(
  answer: BrowserAnswer,
  numbers: ReadonlyMap<string, number>,
): SideResults['answers'][number] {
  const asNumbers = (names: readonly string[]): number[] => names.map((name) => numbers.get(name) ?? -1);
  return { ...answer, found: asNumbers(answer.found), near: asNumbers(answer.near) };
}

async function openPage(
  browser: Browser,
  server: BenchServer,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
  await page.goto(`${server.address}page/`);
  await page.waitForFunction('window.askOurs');
  return { page, close: () => context.close() };
}

const ask = (
  page: Page,
  side: 'ours' | 'stock',
  queries: readonly Query[],
  fresh: boolean,
): Promise<BrowserAnswer[]> =>
  page.evaluate(
    async ([name, typed, isFresh]) => {
      const { askOurs, askStock } = window as unknown as Record<
        string,
        (...args: unknown[]) => Promise<BrowserAnswer>
      >;
      if (!askOurs || !askStock) throw new Error('The bench page is not ready.');
      const answers: BrowserAnswer[] = [];
      for (const each of typed) {
        answers.push(await (name === 'ours' ? askOurs(each, '/ours/') : askStock(each, '/stock/', isFresh)));
      }
      return answers;
    },
    [side, queries.map(({ typed }) => typed), fresh] as const,
  );

/** Queries go to the browser in batches, because the round trip takes longer than an answer. */
const batchesOf = (queries: readonly Query[]): Query[][] =>
  Array.from({ length: Math.ceil(queries.length / 50) }, (_, batch) =>
    queries.slice(batch * 50, batch * 50 + 50),
  );

const log = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
