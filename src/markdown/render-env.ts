import type { Env, Token } from 'markdown-it';
import type { TextLine } from './rules/text-lines.ts';

/** What one rendering collects on its way. It travels in markdown-it's `env`, so that rules keep no state. */
export interface RenderEnv {
  options: RenderOptions;
  headings: RenderedHeading[];
  /** Every id in the text: what can stand behind `#`. */
  places: string[];
  links: RenderedLink[];
  pictures: RenderedImage[];
  passages: TextLine[];
  problems: MarkdownProblem[];
}

export interface RenderOptions {
  /** Rewrites an internal address, for example to put the site's base path before it. */
  link?: (href: string) => string;
  /** The attributes of an `<img>`. `index` counts the uses of one `src`, from 0. */
  picture?: (picture: { src: string; alt: string; index: number }) => string;
  /** Stands before every id made from a heading. Give each text its own when several share a page. */
  idPrefix?: string;
  /** Ids the page has around the text: `decisions-3`. */
  places?: readonly string[];
  /** The place nearest to a wrong one, as it is to be written behind `#`; the model knows how to measure. */
  nearest?: (name: string, places: ReadonlySet<string>) => string | undefined;
}

export interface RenderedHeading {
  depth: number;
  /** The id in the page, prefix included. */
  slug: string;
  text: string;
}

export interface RenderedLink {
  href: string;
  line: number;
}

export interface RenderedImage {
  src: string;
  alt: string;
  line: number;
}

export interface MarkdownProblem {
  /** In the body, from 1. */
  line: number;
  message: string;
}

export const createRenderEnv = (options: RenderOptions): RenderEnv => ({
  options,
  headings: [],
  places: [],
  links: [],
  pictures: [],
  passages: [],
  problems: [],
});

export function renderEnvOf(env: Env | undefined): RenderEnv {
  const findings = env?.findings;
  if (!findings) throw new Error('Render through renderMarkdown(): its rules need findings in env.');
  return findings as RenderEnv;
}

export const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

export function reportProblem(env: Env, line: number, message: string): void {
  renderEnvOf(env).problems.push({ line, message });
}

/** In file order, and each sentence once per line: three `<font>` in a line are one thing to mend. */
export function inFileOrder(problems: MarkdownProblem[]): MarkdownProblem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ line, message }) => {
      const key = `${line} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.line - b.line);
}
