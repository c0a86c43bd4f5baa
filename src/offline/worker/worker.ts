/// <reference lib="webworker" />
/**
 * The service worker: stores the pages that a reader visits, and serves downloaded paths offline. The site works without
 * it: where it fails, the request goes to the network as usual.
 *
 * It ignores the admin, the API, the search index and other origins.
 */
import { clientsClaim } from 'workbox-core/clientsClaim.js';
import { NavigationRoute } from 'workbox-routing/NavigationRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { AssetsStrategy } from './assets-strategy.ts';
import { eraseAll, keepPage } from '../kept-pages.ts';
import type { WorkerMessage } from '../messages.ts';
import { keepOfflinePages } from '../offline-pages.ts';
import { PagesStrategy } from './pages-strategy.ts';

declare const self: ServiceWorkerGlobalScope;

const base = new URL('./', self.location.href).pathname;

const below = (path: string): RegExp => new RegExp(`^${base}${path}(?:/|$)`);
registerRoute(
  new NavigationRoute(new PagesStrategy(base), {
    denylist: [/^\/(?:admin|api)(?:\/|$)/, ...['api', 'files', 'pagefind'].map(below)],
  }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${base}_astro/`),
  new AssetsStrategy(),
);
// Attachments come from the network. Offline, those of a downloaded path come from its cache.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !navigator.onLine && url.pathname.startsWith(`${base}files/`),
  async ({ url }) => (await caches.match(url.pathname)) ?? Response.error(),
);

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePages(base));
  // Stored files have a hash in their name, so a newer worker can serve pages of the one before.
  void self.skipWaiting();
});
clientsClaim();

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message = event.data as WorkerMessage;
  if (message.do === 'keep')
    event.waitUntil(keepOpenPage(message.page, message.loaded).catch(() => undefined));
  if (message.do === 'erase') event.waitUntil(eraseAll().then(() => event.ports[0]?.postMessage('erased')));
});

/** Stores the page that was loaded before this worker was installed. */
async function keepOpenPage(page: string, loaded: readonly string[]): Promise<void> {
  const { origin, pathname } = new URL(page);
  const answer = await fetch(origin + pathname);
  if (answer.ok) await keepPage(answer, { base, address: origin + pathname, loaded });
}
