import markdownItCjkFriendly from 'markdown-it-cjk-friendly';
import markdownIt from 'markdown-it';
import { bareAddresses } from './bare-addresses.ts';
import { blanks } from './blanks.ts';
import { callouts } from './callouts.ts';
import { cellBreaks } from './cell-breaks.ts';
import { codeBlocks } from './code-blocks.ts';
import { comments } from './comments.ts';
import { emphasis } from './emphasis.ts';
import { figures } from './figures.ts';
import { findingsFor, inFileOrder, type Findings, type RenderOptions } from './findings.ts';
import { footnotes, missingFootnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { indents } from './indents.ts';
import { lineBreaks } from './line-breaks.ts';
import { lines } from './lines.ts';
import { links } from './links.ts';
import { pastedText } from './pasted-text.ts';
import { pictures } from './pictures.ts';
import { plainText } from './plain-text.ts';
import { rawHtml } from './raw-html.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';

export type { Heading, Link, MarkdownProblem, Picture, RenderOptions } from './findings.ts';

export interface Rendered extends Omit<Findings, 'options'> {
  html: string;
  /** As it would be read aloud, a line per paragraph: for feeds, search and excerpts. */
  text: string;
}

// In this order. A rule sees what the rules above it have made, but for the three that stand right behind `lines`:
// markdown-it puts the latest of them first, so breaks in cells are made before tags are looked for.
const markdown = markdownIt({ html: false })
  .use(pastedText)
  .use(indents)
  .use(codeBlocks)
  .use(comments)
  .use(markdownItCjkFriendly)
  .use(emphasis)
  .use(blanks)
  .use(bareAddresses)
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
  return { html, headings, text: plainText(tokens), links, pictures, problems: inFileOrder(problems) };
}
