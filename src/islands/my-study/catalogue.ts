/**
 * The paths and self-tests of the site, read from the list on the page itself. Readers without script see that list, its
 * links are right for the current view, and it needs no request.
 */
export interface Place {
  key: string;
  title: string;
  address: string;
}

export interface PathPlace extends Place {
  steps: readonly Place[];
}

export interface Catalogue {
  paths: readonly PathPlace[];
  quizzes: readonly Place[];
}

export const catalogueIn = (page: ParentNode): Catalogue => ({
  paths: placesIn(page, 'path').map(({ item, ...place }) => ({
    ...place,
    steps: placesIn(item, 'step').map(({ item: _, ...step }) => step),
  })),
  quizzes: placesIn(page, 'quiz').map(({ item: _, ...quiz }) => quiz),
});

function placesIn(page: ParentNode, name: string): (Place & { item: HTMLElement })[] {
  return Array.from(page.querySelectorAll<HTMLElement>(`[data-of-${name}]`)).flatMap((item) => {
    const link = item.querySelector('a');
    const key = item.getAttribute(`data-of-${name}`) ?? '';
    return link ? [{ key, title: link.textContent.trim(), address: link.href, item }] : [];
  });
}
