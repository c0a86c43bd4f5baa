import { downloadedPaths } from '../../offline/downloaded-paths.ts';
import { inSameView } from '../same-view.ts';
import { mostPages, pathOfCache } from '../../offline/cache-names.ts';
import { siteManifest } from './download.ts';
import { eraseDownloads, erased } from './erase.ts';
import { visitedPages } from './visited.ts';
import { button, link, paragraph, replaceParts } from './parts.ts';
import { managePath } from './path-download.ts';
import { cannotKeep } from './path-words.ts';
import { canKeep } from './register.ts';

const base = import.meta.env.BASE_URL;

/** Everything stored on this device, for /my-study/ and the offline page: `<div data-kept="downloads">`. */
export async function mountDownloads(host: HTMLElement): Promise<void> {
  const shown = document.createElement('div');
  shown.className = 'offline';
  host.append(shown);
  if (!canKeep()) {
    shown.append(paragraph(cannotKeep));
    return;
  }
  document.addEventListener(erased, () => void show(shown));
  await show(shown);
}

async function show(shown: HTMLElement): Promise<void> {
  const slugs = await slugsKept();
  const { length } = await visitedPages();
  const parts: { slug: string; part: HTMLElement; inner: HTMLElement }[] = [];
  for (const slug of slugs) parts.push({ slug, ...(await pathPart(slug)) });
  replaceParts(shown, [
    ...parts.map(({ part }) => part),
    ...(slugs.length > 0 ? [] : [paragraph('还没有下载过专题。打开一条学习路径，按“下载本专题”。')]),
    ...(length > 0
      ? [
          paragraph(
            `最近看过的 ${String(length)} 个网页也存着，断网时还能看；最多存 ${String(mostPages)} 个，旧的先走。`,
          ),
        ]
      : []),
    ...(slugs.length + length > 0 ? [eraseButton()] : []),
  ]);
  for (const { slug, inner } of parts) await managePath(inner, slug);
}

async function pathPart(slug: string): Promise<{ part: HTMLElement; inner: HTMLElement }> {
  const words = await titleOf(slug);
  const part = document.createElement('div');
  part.className = 'offline__path';
  part.setAttribute('role', 'group');
  part.setAttribute('aria-label', words);
  const title = document.createElement('h3');
  title.className = 'offline__title';
  title.append(link(inSameView(`${base}paths/${slug}/`), words));
  const inner = document.createElement('div');
  part.append(title, inner);
  return { part, inner };
}

/** Everything can be downloaded again, so this needs no confirmation. */
function eraseButton(): HTMLElement {
  const actions = document.createElement('div');
  actions.className = 'offline__actions';
  actions.append(button('全部清掉，不留网页', () => void eraseDownloads()));
  return actions;
}

async function slugsKept(): Promise<string[]> {
  const slugs = (await caches.keys()).map((name) => pathOfCache(name)?.slug);
  return [...new Set(slugs.filter((slug) => slug !== undefined))].sort();
}

/** For an unfinished download, only the site has the title. */
async function titleOf(slug: string): Promise<string> {
  const whole = (await downloadedPaths(base)).find(({ manifest }) => manifest.path === slug);
  if (whole) return whole.manifest.title;
  const onSite = await siteManifest(slug).catch(() => undefined);
  return onSite?.title ?? slug;
}
