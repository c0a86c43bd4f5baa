import type { Browser, Page } from '@playwright/test';
import { openFirefox } from './firefox.ts';
import type { Asked } from './in-browser.ts';
import type { Query } from './queries.ts';
import type { Measured } from './report.ts';
import type { BenchServer } from './server.ts';

/** One cold start in so many queries: each needs a browser without a cache. */
const coldEvery = 16;

export async function measure(
  browser: Browser,
  server: BenchServer,
  queries: readonly Query[],
  side: 'ours' | 'stock',
  numbers: ReadonlyMap<string, number>,
): Promise<Measured> {
  const measured: Measured = { side, answers: [], cold: [], later: [], warm: [] };
  say(`${side}: every query`);
  const { page, end } = await opened(browser, server);
  for (const part of partsOf(queries)) {
    // Stock Pagefind's answers depend on what was asked before, so each question gets an instance of its own.
    for (const answer of await ask(page, side, part, true)) {
      measured.answers.push(numbered(answer, numbers));
      if (side === 'ours') measured.warm.push(answer.milliseconds);
    }
  }
  await end();
  if (side === 'stock') {
    say(`${side}: one session`);
    const session = await opened(browser, server);
    for (const part of partsOf(queries)) {
      const answers = await ask(session.page, side, part, false);
      measured.warm.push(...answers.map(({ milliseconds }) => milliseconds));
    }
    await session.end();
  }
  say(`${side}: cold starts`);
  measured.warm.shift();
  for (let at = 0; at + 1 < queries.length; at += coldEvery) {
    const cold = await opened(browser, server);
    for (const [place, query] of [queries[at], queries[(at * 7 + 1) % queries.length]].entries()) {
      if (!query) continue;
      const before = server.sent();
      const [answer] = await ask(cold.page, side, [query], false);
      const list = place === 0 ? measured.cold : measured.later;
      list.push({ milliseconds: answer?.milliseconds ?? 0, bytes: server.sent() - before });
    }
    await cold.end();
  }
  return measured;
}

/** The same questions in Firefox, or undefined where there is none. */
export async function measureInFirefox(
  server: BenchServer,
  queries: readonly Query[],
  numbers: ReadonlyMap<string, number>,
): Promise<Measured | undefined> {
  const firefox = await openFirefox().catch(() => undefined);
  if (!firefox) return undefined;
  say('ours in Firefox: every query');
  const measured: Measured = { side: 'ours in Firefox', answers: [], cold: [], later: [], warm: [] };
  try {
    await firefox.goto(`${server.address}page/`);
    for (const part of partsOf(queries)) {
      const typed = JSON.stringify(part.map((query) => query.typed));
      const answers = await firefox.evaluate<Asked[]>(
        `(async () => { const answers = []; for (const each of ${typed}) answers.push(await askOurs(each, '/ours/')); return answers; })()`,
      );
      measured.answers.push(...answers.map((answer) => numbered(answer, numbers)));
      measured.warm.push(...answers.map(({ milliseconds }) => milliseconds));
    }
    return measured;
  } finally {
    await firefox.end();
  }
}

/** Pages by the numbers of the bench, not by the names a side gives them. */
function numbered(answer: Asked, numbers: ReadonlyMap<string, number>): Measured['answers'][number] {
  const asNumbers = (names: readonly string[]): number[] => names.map((name) => numbers.get(name) ?? -1);
  return { ...answer, found: asNumbers(answer.found), near: asNumbers(answer.near) };
}

async function opened(
  browser: Browser,
  server: BenchServer,
): Promise<{ page: Page; end: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
  await page.goto(`${server.address}page/`);
  await page.waitForFunction('window.askOurs');
  return { page, end: () => context.close() };
}

const ask = (
  page: Page,
  side: 'ours' | 'stock',
  queries: readonly Query[],
  fresh: boolean,
): Promise<Asked[]> =>
  page.evaluate(
    async ([name, typed, isFresh]) => {
      const { askOurs, askStock } = window as unknown as Record<
        string,
        (...args: unknown[]) => Promise<Asked>
      >;
      if (!askOurs || !askStock) throw new Error('The bench page is not ready.');
      const answers: Asked[] = [];
      for (const each of typed) {
        answers.push(await (name === 'ours' ? askOurs(each, '/ours/') : askStock(each, '/stock/', isFresh)));
      }
      return answers;
    },
    [side, queries.map(({ typed }) => typed), fresh] as const,
  );

/** Several questions go to the browser together: the way there takes longer than an answer. */
const partsOf = (queries: readonly Query[]): Query[][] =>
  Array.from({ length: Math.ceil(queries.length / 50) }, (_, part) =>
    queries.slice(part * 50, part * 50 + 50),
  );

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
