/**
 * Wakes the islands of a page: `<div data-island="search">`. Astro's own islands need inline scripts, which the
 * site's Content-Security-Policy forbids; this file is an external one, and Preact is loaded only where an island is.
 */
const islands: Record<string, (host: HTMLElement) => void | Promise<void>> = {
  'read-aloud': async (host) => (await import('./read-aloud/offer.ts')).offerReadAloud(host),
  'can-listen': async (host) => (await import('./read-aloud/can-listen.ts')).sayWhetherItCan(host),
  booklet: async (host) => (await import('./booklet/mount.ts')).mountBooklet(host),
  screen: async (host) => {
    (await import('./screen/mount.ts')).mountScreen(host);
  },
  terms: async (host) => {
    (await import('./terms.ts')).explainInPlace(host);
  },
  cite: async (host) => {
    (await import('./cite.ts')).completeCitation(host);
  },
  notes: async (host) => {
    (await import('./notes/mount.ts')).mountNotes(host);
  },
  'text-size': async (host) => {
    (await import('./text-size.ts')).offerTextSizes(host);
  },
  quiz: async (host) => (await import('./quiz/mount.tsx')).mountQuiz(host),
  'path-steps': async (host) => (await import('./study/path-steps.ts')).mountPathSteps(host),
  'my-study': async (host) => (await import('./my-study/mount.tsx')).mountMyStudy(host),
  print: async (host) => {
    (await import('./print-button.ts')).mountPrintButton(host);
  },
  search: async (host) => (await import('./search-page.tsx')).mountSearch(host),
  'path-download': async (host) => (await import('./offline/path-download.ts')).mountPathDownload(host),
  'path-search': async (host) => {
    (await import('./offline/path-search.ts')).mountPathSearch(host);
  },
  downloads: async (host) => (await import('./offline/downloads.ts')).mountDownloads(host),
};

for (const host of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const wake = islands[host.dataset['island'] ?? ''];
  if (wake)
    void Promise.resolve(wake(host)).then(() => {
      host.dataset['awake'] = '';
    });
}

// After everything the page is read for.
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 2000));
window.addEventListener('load', () => {
  whenIdle(() => void import('./offline/register.ts').then(({ keepVisitedPages }) => keepVisitedPages()));
});
