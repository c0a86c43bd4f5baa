import { targetOf } from '../../model/addresses/target-of.ts';
import { fileAddress, fileFinder } from '../../model/files/file-finder.ts';
import type { FindFile } from '../../model/files/file-finder.ts';
import { checkContent } from '../../model/check/check-content.ts';
import type { CheckedContent } from '../../model/check/check-content.ts';
import type { Entry } from '../../model/check/checked-entry.ts';
import type { ContentFiles } from '../../model/check/content-files.ts';
import { withHeadingId } from '../../markdown/heading-ids.ts';
import { momentInBeijing } from '../../model/calendar-days.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import type { Rendered } from '../../markdown/render.ts';
import { withBase } from '../../site/base-path.ts';

export type SiteEntry = Entry<Rendered>;
export type SiteContent = CheckedContent<Rendered> & { find: FindFile };

/** The content as the site shows it: checked, with bodies rendered for Astro's picture pipeline. */
export function checkSiteContent(files: ContentFiles): SiteContent {
  const find = fileFinder(files.paths);
  const checked = checkContent(files, {
    now: momentInBeijing(new Date()),
    production: process.env['SITE_MODE'] === 'production',
    renderBody: (markdown, folder, around) =>
      withOwnMarkersOnly(
        renderMarkdown(markdown, {
          ...around,
          link: (href) => siteLink(href, folder, find),
          picture: ({ src, alt, index }) => pictureAttributes(besideText(src, folder, find), alt, index),
        }),
      ),
  });
  return { ...checked, find };
}

/** A file in the entry's folder is served under /files/; addresses of the site get the base path. */
function siteLink(href: string, folder: string, find: FindFile): string {
  const target = targetOf(href, folder, find);
  if (target.kind === 'page') return withBase(withHeadingId(href.trim()));
  // A missing file is already reported; readers never see the page of a draft.
  return target.kind === 'file' ? withBase(fileAddress(target.path) + target.rest) : href;
}

/** Astro treats `photo.jpg` as a package name; `./photo.jpg` is the file next to the text. */
export function besideText(src: string, folder: string, find: FindFile): string {
  const target = targetOf(src, folder, find);
  return target.kind === 'file' ? `./${target.path.slice(folder.length + 1)}` : src;
}

/**
 * Astro looks for its marker in all of the HTML, and stops at one that is not its own: a link with the title
 * `__ASTRO_IMAGE_=`. Only ours comes after `<img `, which no text can write.
 */
const withOwnMarkersOnly = (rendered: Rendered): Rendered => ({
  ...rendered,
  html: rendered.html.replaceAll(/(?<!<img )__ASTRO_IMAGE_/g, '__ASTRO&#95;IMAGE_'),
});

// Astro 7.3.5 finds this attribute in rendered HTML and writes src, srcset, width and height in its place.
// `index` counts the uses of one picture in one text.
function pictureAttributes(src: string, alt: string, index: number): string {
  const settings = src.toLowerCase().endsWith('.svg') ? drawing : photograph;
  const json = JSON.stringify({ src, alt, index, ...settings }).replaceAll('__ASTRO_IMAGE_', '__ASTRO\\u005fIMAGE_');
  // Astro parses the JSON and escapes the text itself: a `<` escaped here as HTML would show as `&lt;`.
  const plain = json.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('"', '&quot;');
  return `__ASTRO_IMAGE_="${plain}"`;
}

/** Served unchanged: a vector drawing fits every width. */
const drawing = { loading: 'lazy', decoding: 'async' };

/** Widths for phones at 1x to 3x and for the 38-character column; `sizes` says which one to use. */
const photograph = {
  ...drawing,
  widths: [390, 640, 960, 1280],
  sizes: '(min-width: 48rem) 43rem, calc(100vw - 2rem)',
  format: 'webp',
};
