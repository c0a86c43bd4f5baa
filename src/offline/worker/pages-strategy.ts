import { Strategy } from 'workbox-strategies/Strategy.js';
import type { StrategyHandler } from 'workbox-strategies/StrategyHandler.js';
import { later } from './one-at-a-time.ts';
import { keptPage, offlinePage } from './offline-fallback.ts';
import { forgetPage, keepPage } from '../kept-pages.ts';
import { hasOfflinePages, keepOfflinePages } from '../offline-pages.ts';

/** So long the network may take before a kept page is shown instead. */
const patience = 4000;
/** The browser chooses the sizes of pictures itself; keeping the page begins when it should have them. */
const afterPictures = 1500;

/** Pages: from the network, and kept; from what is kept where there is no network or only a very slow one. */
export class PagesStrategy extends Strategy {
  readonly #base: string;
  constructor(base: string) {
    super();
    this.#base = base;
  }

  override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const asked = new URL(request.url);
    const fetched = this.#fetched(request, handler, asked);
    const first = await Promise.race([fetched, later(patience)]);
    if (first && first.status < 500) return first;
    const kept = await keptPage(this.#base, asked, request.referrer).catch(() => undefined);
    // Nothing kept: wait for the network as long as it takes. Of a server in trouble, show what it says.
    return kept ?? first ?? (await fetched) ?? offlinePage(this.#base, asked);
  }

  /** Undefined where there is no network. The worker stays awake until the page is kept. */
  #fetched(request: Request, handler: StrategyHandler, asked: URL): Promise<Response | undefined> {
    const both = handler.fetch(request).then(
      (answer) => ({ answer, copy: answer.clone() }),
      () => undefined,
    );
    handler.waitUntil(both.then((got) => got && this.#keep(got.copy, asked)).catch(() => undefined));
    return both.then((got) => got?.answer);
  }

  async #keep(page: Response, asked: URL): Promise<void> {
    const address = asked.origin + asked.pathname;
    // What the site has taken back is not shown any longer.
    if (page.status === 404 || page.status === 410) return forgetPage(address);
    const isPage = page.status === 200 && (page.headers.get('Content-Type') ?? '').startsWith('text/html');
    if (!isPage) return;
    const kept = await keepPage(page, { base: this.#base, address, wait: afterPictures });
    if (kept && !(await hasOfflinePages(this.#base))) await keepOfflinePages(this.#base);
  }
}
