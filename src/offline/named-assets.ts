/**
 * The files in `_astro/` that pages, style sheets and scripts name. Each name contains a hash of the content, so it means
 * the same file in every release.
 *
 * Runs in the worker and after the build, on our own HTML. No lookbehind, which Safari 15 does not support.
 */
export interface NamedInPage {
  /** Style sheets, scripts and fonts: names below `_astro/`. */
  needed: string[];
  /** For each picture its sizes and formats; one of them is enough. */
  pictures: string[][];
}

export function namedInPage(html: string, base: string): NamedInPage {
  const names = namesAfter(html, `${base}_astro/`);
  const pictures = new Map<string, string[]>();
  for (const name of names.filter(isPicture)) {
    const picture = pictureOf(name);
    pictures.set(picture, [...(pictures.get(picture) ?? []), name]);
  }
  return { needed: names.filter(isNeeded), pictures: [...pictures.values()] };
}

/** Foreign pages, such as the sign-in page of a network, name none of our files. */
export const isOurPage = (html: string, base: string): boolean =>
  namedInPage(html, base).needed.some((name) => name.endsWith('.css'));

/** Style sheets: what `url()` and `@import` name. */
export const namedInStyle = (css: string): string[] =>
  unique(
    [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/g)]
      .map(([, address = '']) => address)
      .filter((address) => !/^(?:data:|#|https?:)/.test(address))
      .map(lastPart),
  );

/** Scripts: their static imports. */
export const importedAtOnce = (script: string): string[] =>
  unique([...script.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name = '']) => name));

/** Scripts: every file that they can load, at once or later. */
export const namedInScript = (script: string): string[] =>
  unique(
    [...script.matchAll(/["'`](?:\.\/|[^"'`\s]*_astro\/)([^"'`\s/]+\.[a-z\d]+)["'`]/g)].map(
      ([, name = '']) => name,
    ),
  );

/** Islands load data themselves when they are used. */
const isNeeded = (name: string): boolean => !isPicture(name) && !name.endsWith('.json');

export const isPicture = (name: string): boolean => /\.(?:avif|webp|jpe?g|png|gif|svg)$/.test(name);

/**
 * Astro names a picture `name.<hash of the original>_<hash of the transformation>.webp`: the part before the underscore
 * is the same for all its sizes and formats.
 */
export function pictureOf(name: string): string {
  return /^(.+\.[\w-]{8})(?:_[\w-]+)?\.[a-z]+$/.exec(name)?.[1] ?? name;
}

/** The size to store where none was chosen yet: all supported browsers read webp, and the smallest comes first. */
export const smallest = (sizes: readonly string[]): string | undefined =>
  sizes.find((name) => name.endsWith('.webp')) ?? sizes[0];

function namesAfter(text: string, start: string): string[] {
  const found = text.matchAll(new RegExp(`["'\\s,=(]${escaped(start)}([^"'\\s,)<>?#]+)`, 'g'));
  return unique([...found].map(([, name = '']) => encodeURI(decoded(name))));
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function decoded(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}
