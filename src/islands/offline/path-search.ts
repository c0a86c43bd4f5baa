import type { PathTexts } from '../../offline/manifest/path-texts.ts';
import type { ExcerptPart } from '../../search/query/excerpt.ts';
import { jsonOf, failureKindOf, verifiedFetch } from '../../search/engine/verified-fetch.ts';
import { inSameView } from '../same-view.ts';
import { makeFinder, placesIn } from './find-in-texts.ts';
import type { FoundPage, Finder } from './find-in-texts.ts';
import { button, link } from './parts.ts';

/** Longer lists are not read; a longer query finds fewer pages. */
const mostPages = 20;
const mostPlaces = 5;
/** Milliseconds after the last key. */
const pause = 150;

/**
 * “在本专题里找”: `<div class="path-search">`. The build adds the address of the texts. They are loaded when the field
 * gets the focus, and are on the device when the path is.
 */
export function mountPathSearch(host: HTMLElement): void {
  const { texts } = host.dataset;
  if (texts === undefined) return;
  const { form, input } = searchForm();
  const status = document.createElement('p');
  status.className = 'offline__said';
  status.setAttribute('role', 'status');
  const list = document.createElement('ol');
  list.className = 'found';
  host.append(form, status, list);

  let finder: Promise<Finder> | undefined;
  const load = (): Promise<Finder> => {
    finder ??= fetchTexts(texts);
    // A failure is not kept: the next attempt loads again.
    finder.catch(() => (finder = undefined));
    return finder;
  };
  const search = async (): Promise<void> => {
    const query = input.value.trim();
    if (query === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const found = (await load())(query);
      // The reader may have typed more since.
      if (query !== input.value.trim()) return;
      list.replaceChildren(...found.slice(0, mostPages).map(foundItem));
      status.textContent = sentenceOf(query, found);
    } catch (error) {
      list.replaceChildren();
      status.textContent = failureSentence(error);
    }
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const searchSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(), pause);
  };
  input.addEventListener('focus', () => void load().catch(() => undefined));
  // An unfinished word in an input method is not a query yet. Safari sends `input` before `compositionend`.
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) searchSoon();
  });
  input.addEventListener('compositionend', searchSoon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void search();
  });
}

async function fetchTexts(address: string): Promise<Finder> {
  const bytes = await verifiedFetch(address, (each) => textsIn(each) !== undefined);
  return makeFinder(textsIn(bytes) as PathTexts);
}

/** Undefined for error pages and truncated files. */
function textsIn(bytes: Uint8Array): PathTexts | undefined {
  const texts = jsonOf(bytes) as Partial<PathTexts> | null | undefined;
  return Array.isArray(texts?.pages) && Array.isArray(texts.variants) ? (texts as PathTexts) : undefined;
}

const failureSentence = (error: unknown): string =>
  failureKindOf(error) === 'network'
    ? '没有连上网站，这个专题也还没有下载，现在不能在里面找。连上网再按一次“找”。'
    : '专题的文字没有取全，现在不能在里面找。请过一会儿再按一次“找”。';

function searchForm(): { form: HTMLFormElement; input: HTMLInputElement } {
  const form = document.createElement('form');
  form.className = 'search-form';
  form.setAttribute('role', 'search');
  form.setAttribute('aria-label', '在本专题里找');
  const label = document.createElement('label');
  label.className = 'search-form__label';
  label.htmlFor = 'path-search-q';
  label.textContent = '在本专题里找';
  const input = document.createElement('input');
  input.id = 'path-search-q';
  input.className = 'search-form__input';
  input.type = 'search';
  input.autocomplete = 'off';
  input.enterKeyHint = 'search';
  const submit = button('找', () => undefined);
  submit.type = 'submit';
  submit.className = 'search-form__button';
  form.append(label, input, submit);
  return { form, input };
}

function sentenceOf(query: string, found: readonly FoundPage[]): string {
  if (found.length === 0) return `本专题里没有“${query}”。`;
  const all = `在 ${String(found.length)} 个网页里找到 ${String(placesIn(found))} 处。`;
  const isCut = found.length > mostPages || found.some(({ places }) => places.length > mostPlaces);
  return isCut ? `${all}下面只列出一部分，多输几个字会更准。` : all;
}

function foundItem({ address, title, places }: FoundPage): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'found__page';
  const page = link(inSameView(address), '');
  page.className = 'found__title';
  page.append(...marked(title));
  const list = document.createElement('ul');
  list.className = 'found__places';
  list.append(
    ...places.slice(0, mostPlaces).map((place) => {
      const each = document.createElement('li');
      if (place.heading.length > 0) {
        const heading = link(inSameView(place.address), '');
        heading.append(...marked(place.heading));
        each.append(heading);
      }
      const text = document.createElement('p');
      text.className = 'found__text';
      text.append(...marked(place.excerpt));
      each.append(text);
      return each;
    }),
  );
  item.append(page, list);
  return item;
}

const marked = (parts: readonly ExcerptPart[]): Node[] =>
  parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
