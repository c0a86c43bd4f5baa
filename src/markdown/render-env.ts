import type { Env, Token } from 'markdown-it';

/** What one rendering collects. It is kept in markdown-it's `env`, so that the rules have no state. */
export interface RenderEnv {
  options: RenderOptions;
  headings: RenderedHeading[];
  /** Every id in the text: what can follow `#` in a link. */
  places: string[];
  links: RenderedLink[];
  pictures: RenderedImage[];
  passages: TextLine[];
  problems: MarkdownProblem[];
}

export interface RenderOptions {
  /** Rewrites an internal address, for example to put the site's base path before it. */
  link?: (href: string) => string;
  /** Returns the attributes of an `<img>`. `index` counts the uses of one `src`, from 0. */
  picture?: (picture: { src: string; alt: string; index: number }) => string;
  /** Prefix of every id made from a heading. When several texts share a page, give each its own. */
  idPrefix?: string;
  /** Ids of the page around the text: `decisions-3`. */
  places?: readonly string[];
  /** The known id closest to a wrong one, as an editor would write it after `#`. The model knows how to compare them. */
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
  /** Line in the body, from 1. */
  line: number;
  message: string;
}

/** One line of text as readers see it, for checks of its words. Code is left out. */
export interface TextLine {
  line: number;
  text: string;
  /** The separate runs of text in it: a bold word, the text of a link or an image, and what is between them. */
  pieces: string[];
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
  if (!findings)
    throw new Error(
      'The Markdown rules need `findings` in env. Call renderMarkdown() instead of markdown-it.',
    );
  return findings as RenderEnv;
}

export const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

export function reportProblem(env: Env, line: number, message: string): void {
  renderEnvOf(env).problems.push({ line, message });
}

/** In file order, and each message once per line: three `<font>` in a line need one fix. */
export function inFileOrder(problems: MarkdownProblem[]): MarkdownProblem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ line, message }) => {
      const key = `${line} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.line - b.line);
}
