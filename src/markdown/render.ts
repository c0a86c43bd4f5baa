import markdownItCjkFriendly from 'markdown-it-cjk-friendly';
import markdownIt from 'markdown-it';
import { bareAddresses } from './bare-addresses.ts';
import { blankNames } from './blank-names.ts';
import { callouts } from './callouts.ts';
import { cellBreaks } from './cell-breaks.ts';
import { codeBlocks } from './code-blocks.ts';
import { comments } from './comments.ts';
import { figures } from './figures.ts';
import { findingsFor, inFileOrder, type Findings, type RenderOptions } from './findings.ts';
import { footnotes, missingFootnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { lineBreaks } from './line-breaks.ts';
import { lines } from './lines.ts';
import { links } from './links.ts';
import { maskedNames } from './masked-names.ts';
import { pastedText } from './pasted-text.ts';
import { pictures } from './pictures.ts';
import { plainText, showsNothing } from './plain-text.ts';
import { rawHtml } from './raw-html.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';

export type { Heading, Link, MarkdownProblem, Picture, RenderOptions } from './findings.ts';

/** Part of every key a rendered text is cached under. Raise it whenever any text could come out different. */
export const RENDERER_VERSION = '1';

export interface Rendered extends Omit<Findings, 'options'> {
  html: string;
  /** As it would be read aloud, a line per paragraph: for feeds, search and excerpts. */
  text: string;
  /** Nothing would be seen of it. */
  empty: boolean;
}

// In this order. A rule sees what the rules above it have made, but for the three that stand right behind `lines`:
// markdown-it puts the latest of them first, so breaks in cells are made before tags are looked for.
const markdown = markdownIt({ html: false })
  .use(pastedText)
  .use(codeBlocks)
  .use(comments)
  .use(markdownItCjkFriendly)
  .use(maskedNames)
  .use(bareAddresses)
  .use(blankNames)
  .use(callouts)
  .use(footnotes)
  .use(lines)
  .use(missingFootnotes)
  .use(rawHtml)
  .use(cellBreaks)
  .use(lineBreaks)
  .use(tasks)
  .use(headings)
  .use(tables)
  .use(pictures)
  .use(links)
  .use(figures);

/** The one way from Markdown to HTML: for pages, preview, feeds and search, in Node and in the browser. */
export function renderMarkdown(source: string, options: RenderOptions = {}): Rendered {
  const findings = findingsFor(options);
  const env = { findings };
  const tokens = markdown.parse(source, env);
  const html = markdown.renderer.render(tokens, markdown.options, env);
  const { headings, links, pictures, problems } = findings;
  const text = plainText(tokens);
  const empty = showsNothing(html, text);
  return { html, headings, text, empty, links, pictures, problems: inFileOrder(problems) };
}
