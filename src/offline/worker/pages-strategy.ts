import { Strategy } from 'workbox-strategies/Strategy.js';
import type { StrategyHandler } from 'workbox-strategies/StrategyHandler.js';
import { delay } from './one-at-a-time.ts';
import { keptPage, offlinePage } from './offline-fallback.ts';
import { forgetPage, keepPage } from '../kept-pages.ts';
import { hasOfflinePages, keepOfflinePages } from '../offline-pages.ts';

/** Milliseconds to wait for the network before a stored page is shown instead. */
const networkTimeout = 4000;
/** Milliseconds until the page is stored: by then the browser should have chosen its picture sizes. */
const afterPictures = 1500;

/** Pages: from the network, and then stored; from storage where there is no network or a very slow one. */
export class PagesStrategy extends Strategy {
  readonly #base: string;
  constructor(base: string) {
    super();
    this.#base = base;
  }

  override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const asked = new URL(request.url);
    const fetched = this.#fetched(request, handler, asked);
    const first = await Promise.race([fetched, delay(networkTimeout)]);
    if (first && first.status < 500) return first;
    const kept = await keptPage(this.#base, asked, request.referrer).catch(() => undefined);
    // Nothing stored: wait for the network as long as it takes, or show the error of the server.
    return kept ?? first ?? (await fetched) ?? offlinePage(this.#base, asked);
  }

  /** Undefined where there is no network. The worker stays alive until the page is stored. */
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
    // A page that the site removed must not be shown any more.
    if (page.status === 404 || page.status === 410) return forgetPage(address);
    const isPage = page.status === 200 && (page.headers.get('Content-Type') ?? '').startsWith('text/html');
    if (!isPage) return;
    const kept = await keepPage(page, { base: this.#base, address, wait: afterPictures });
    if (kept && !(await hasOfflinePages(this.#base))) await keepOfflinePages(this.#base);
  }
}
