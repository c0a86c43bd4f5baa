import { isOurs } from '../../offline/cache-names.ts';
import type { WorkerMessage } from '../../offline/messages.ts';

/** What the document hears of when everything is gone. */
export const erased = 'hub-downloads-erased';

/** Downloads and visited pages: afterwards Cache Storage holds nothing of this site. */
export async function eraseDownloads(): Promise<void> {
  if (!('caches' in window)) return;
  await workerHasErased();
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  document.dispatchEvent(new Event(erased));
}

/** The worker may be about to keep the page the reader is on; told in time, it lets that be. */
async function workerHasErased(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    // One that has ended for good does not answer.
    setTimeout(resolve, 3000);
  });
  worker.postMessage({ do: 'erase' } satisfies WorkerMessage, [port2]);
  await answered;
}
