import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the value of a role comes from: the site's light or dark scheme (roles.css), or the pages that look like paper
 * in every scheme (light-roles.css).
 */
export type Scheme = 'light' | 'dark' | 'paper';

/** The style sheets that decide a colour, from the project's folder. Builds run there. */
export const colourSheets = ['palette', 'roles', 'light-roles'].map((name) => `src/styles/base/${name}.css`);

/**
 * The colour of a role as CSS writes it (`#5c1a12`), for what no style sheet reaches: the browser's own frame and the
 * share pictures. A colour is therefore changed in the palette only.
 */
export function roleColour(role: string, scheme: Scheme): string {
  const [palette = '', roles = '', paper = ''] = colourSheets.map((name) =>
    readFileSync(path.join(process.cwd(), name), 'utf8'),
  );
  const [light = '', dark = ''] = roles.split('@media (prefers-color-scheme: dark)');
  const value = valueOf(role, { light, dark, paper }[scheme]);
  const name = value && /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  const colour = name ? valueOf(name, palette) : value;
  if (!colour?.startsWith('#')) throw new Error(`The role "${role}" has no colour in the ${scheme} scheme.`);
  return colour;
}

const valueOf = (name: string, sheet: string): string | undefined =>
  new RegExp(`--${name}:\\s*([^;]+);`).exec(sheet)?.[1];
