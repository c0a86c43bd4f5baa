import { isOurs } from '../../offline/cache-names.ts';
import type { WorkerMessage } from '../../offline/messages.ts';

/** The event on the document after everything was erased. */
export const erased = 'hub-downloads-erased';

/** Erases downloads and visited pages: afterwards Cache Storage contains nothing of this site. */
export async function eraseDownloads(): Promise<void> {
  if (!('caches' in window)) return;
  await eraseInWorker();
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
  document.dispatchEvent(new Event(erased));
}

/** The worker may be about to store the current page; this message stops it. */
async function eraseInWorker(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    // A worker that was terminated does not answer.
    setTimeout(resolve, 3000);
  });
  worker.postMessage({ do: 'erase' } satisfies WorkerMessage, [port2]);
  await answered;
}
