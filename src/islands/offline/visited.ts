import { header, keptAt, pagesCache } from '../../offline/cache-names.ts';

export interface VisitedPage {
  address: string;
  title: string;
  /** Milliseconds. */
  kept: number;
}

/** The pages that were stored because the reader visited them, the latest first. */
export async function visitedPages(): Promise<VisitedPage[]> {
  if (!(await caches.has(pagesCache))) return [];
  const cache = await caches.open(pagesCache);
  const found = await Promise.all(
    (await cache.keys()).map(async (request) => ({ request, answer: await cache.match(request) })),
  );
  return found
    .flatMap(({ request, answer }) =>
      !answer || answer.headers.has(header.pinned)
        ? []
        : [
            {
              address: new URL(request.url).pathname,
              title: decodeURIComponent(answer.headers.get(header.title) ?? ''),
              kept: keptAt(answer),
            },
          ],
    )
    .sort((a, b) => b.kept - a.kept);
}
