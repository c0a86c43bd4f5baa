import type { WorkerMessage } from '../../offline/messages.ts';

const base = import.meta.env.BASE_URL;

/** Needs https or localhost; some private windows do not support it. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

/** Runs after the page is loaded, so that no reader waits for the worker. */
export async function keepVisitedPages(): Promise<void> {
  // With data saving on, do not store visited pages. Readers can still download a path.
  if (!canKeep() || savesData()) return;
  const isFirst = navigator.serviceWorker.controller === null;
  const registration = await register();
  // The worker stores the pages that it serves. This page was loaded before there was a worker.
  if (isFirst && registration)
    send(registration.active, { do: 'keep', page: location.href, loaded: loadedFiles() });
}

/** Resolves when a worker is ready to serve; undefined where there is none. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const made = await navigator.serviceWorker.register(`${base}sw.js`, {
      scope: base,
      updateViaCache: 'none',
    });
    if (made.active) return made;
    // `ready` never resolves where the worker could not be installed.
    return await Promise.race([navigator.serviceWorker.ready, failedInstall(made.installing)]);
  } catch {
    // Disabled in the browser: the site works without it.
    return undefined;
  }
}

const failedInstall = (worker: ServiceWorker | null): Promise<undefined> =>
  new Promise((resolve) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant') resolve(undefined);
    });
  });

const send = (worker: ServiceWorker | null, message: WorkerMessage): void => worker?.postMessage(message);

/** Names below `_astro/` of the files that this page has loaded: chunks of islands, and pictures in the chosen sizes. */
function loadedFiles(): string[] {
  const start = `${location.origin}${base}_astro/`;
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
