/// <reference lib="webworker" />
/** Replaces the worker when the operator has switched it off: deletes everything stored, and unregisters itself. */
import { isOurs } from '../cache-names.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
      await self.registration.unregister();
    })(),
  );
});
