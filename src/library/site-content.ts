import { checkContent } from '../model/check-content.ts';
import type { CheckedContent, ContentFiles, Entry } from '../model/check-content.ts';
import { withPlaceId } from '../markdown/places.ts';
import { momentInBeijing } from '../model/days.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { Rendered } from '../markdown/render.ts';
import { atBase } from '../site/address.ts';

export type SiteEntry = Entry<Rendered>;
export type SiteContent = CheckedContent<Rendered>;

/** The content as the site shows it: checked, with bodies rendered for Astro's picture pipeline. */
export function checkSiteContent(files: ContentFiles): SiteContent {
  return checkContent(files, {
    now: momentInBeijing(new Date()),
    production: process.env['SITE_MODE'] === 'production',
    renderBody: (markdown, folder, around) =>
      renderMarkdown(markdown, {
        ...around,
        link: (href) => siteLink(href, folder),
        picture: ({ src, alt, index }) => pictureAttributes(besideText(src), alt, index),
      }),
  });
}

/** A file beside the text is served under /files/; addresses of the site get the base path. */
function siteLink(href: string, folder: string): string {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href)) return href;
  return href.startsWith('/')
    ? atBase(withPlaceId(href))
    : atBase(`/files/${folder}/${href.replace(/^\.\//, '')}`);
}

/** Astro takes `photo.jpg` for a package name; `./photo.jpg` is the file beside the text. */
export const besideText = (src: string): string => (/^\.{0,2}\//.test(src) ? src : `./${src}`);

// Astro 7.3.5 finds this attribute in rendered HTML and writes src, srcset, width and height in its place.
// `index` counts the uses of one picture in one text.
function pictureAttributes(src: string, alt: string, index: number): string {
  const settings = src.toLowerCase().endsWith('.svg') ? drawing : photograph;
  return `__ASTRO_IMAGE_="${escapeAttribute(JSON.stringify({ src, alt, index, ...settings }))}"`;
}

/** Served as it is: a drawing has every width in it. */
const drawing = { loading: 'lazy', decoding: 'async' };

/** Widths for phones at 1x to 3x and the 38-character measure; `sizes` says which to take. */
const photograph = {
  ...drawing,
  widths: [390, 640, 960, 1280],
  sizes: '(min-width: 48rem) 43rem, calc(100vw - 2rem)',
  format: 'webp',
};

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
