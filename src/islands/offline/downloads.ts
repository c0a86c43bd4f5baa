import { pathOfCache } from '../../offline/cache-names.ts';
import { wholePaths } from '../../offline/whole-paths.ts';
import { inSameView } from '../same-view.ts';
import { siteManifest } from './download.ts';
import { visitedPages } from './visited.ts';
import { link, paragraph } from './parts.ts';
import { managePath } from './path-download.ts';
import { cannotKeep } from './path-words.ts';
import { canKeep } from './register.ts';

const base = import.meta.env.BASE_URL;

/** Everything that is downloaded, for /my-study/ and the page without network: `<section data-island="downloads">`. */
export async function mountDownloads(host: HTMLElement): Promise<void> {
  const shown = document.createElement('div');
  shown.className = 'offline';
  host.append(shown);
  if (!canKeep()) {
    shown.append(paragraph(cannotKeep));
    return;
  }
  const slugs = await slugsKept();
  if (slugs.length === 0) shown.append(paragraph('还没有下载过专题。打开一条学习路径，按“下载本专题”。'));
  for (const slug of slugs) {
    const part = document.createElement('div');
    part.className = 'offline__path';
    part.setAttribute('role', 'group');
    const words = await titleOf(slug);
    part.setAttribute('aria-label', words);
    const title = document.createElement('h3');
    title.className = 'offline__title';
    title.append(link(inSameView(`${base}paths/${slug}/`), words));
    const inner = document.createElement('div');
    part.append(title, inner);
    shown.append(part);
    await managePath(inner, slug);
  }
  const { length } = await visitedPages();
  if (length > 0)
    shown.append(
      paragraph(
        `另外还存着最近看过的 ${String(length)} 个网页，断网时也能再看；存满 60 个，旧的会自己让位。`,
      ),
    );
}

async function slugsKept(): Promise<string[]> {
  const slugs = (await caches.keys()).map((name) => pathOfCache(name)?.slug);
  return [...new Set(slugs.filter((slug) => slug !== undefined))].sort();
}

/** Of a download that was not finished, only the site can tell the title. */
async function titleOf(slug: string): Promise<string> {
  const whole = (await wholePaths(base)).find(({ manifest }) => manifest.path === slug);
  if (whole) return whole.manifest.title;
  const onSite = await siteManifest(slug).catch(() => undefined);
  return onSite?.title ?? slug;
}
