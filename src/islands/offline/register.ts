import type { WorkerMessage } from '../../offline/messages.ts';

const base = import.meta.env.BASE_URL;

/** Only https and this machine itself have it; some private windows have not. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

/** A worker is asked for when the page has all it needs, so no reader waits for it. */
export async function keepVisitedPages(): Promise<void> {
  // Who saves data did not ask for pages to be kept; a path is downloaded on request all the same.
  if (!canKeep() || savesData()) return;
  const isFirst = navigator.serviceWorker.controller === null;
  const registration = await register();
  // Pages that a worker has served are kept by it. This one came before there was any.
  if (isFirst && registration)
    tell(registration.active, { do: 'keep', page: location.href, loaded: loadedFiles() });
}

/** Resolves when a worker is ready to serve; undefined where there is none. */
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const made = await navigator.serviceWorker.register(`${base}sw.js`, {
      scope: base,
      updateViaCache: 'none',
    });
    if (made.active) return made;
    // `ready` waits for ever where the worker could not be installed.
    return await Promise.race([navigator.serviceWorker.ready, givenUp(made.installing)]);
  } catch {
    // Switched off by the browser or by its owner: the site does without.
    return undefined;
  }
}

const givenUp = (worker: ServiceWorker | null): Promise<undefined> =>
  new Promise((resolve) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant') resolve(undefined);
    });
  });

const tell = (worker: ServiceWorker | null, message: WorkerMessage): void => worker?.postMessage(message);

/** Names below `_astro/` of what this page has loaded: the parts of islands, and pictures in the sizes chosen. */
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
