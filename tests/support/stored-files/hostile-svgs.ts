import { costs } from './hostile/costs.ts';
import { declarations } from './hostile/declarations.ts';
import { motions, pages } from './hostile/pages-and-motions.ts';
import type { HostileSvg } from './hostile/parts.ts';
import { css, references } from './hostile/references.ts';
import { scripts } from './hostile/scripts.ts';

/** Drawings that strangers send, each with the sentence that refuses it, or none if it is cleaned. */
export const hostileSvgs: readonly HostileSvg[] = [
  ...scripts,
  ...declarations,
  ...pages,
  ...motions,
  ...references,
  ...css,
  ...costs,
];
