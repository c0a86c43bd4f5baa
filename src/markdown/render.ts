import markdownItCjkFriendly from 'markdown-it-cjk-friendly';
import markdownIt from 'markdown-it';
import { alerts } from './alerts.ts';
import { bareAddresses } from './bare-addresses.ts';
import { blankNames } from './blank-names.ts';
import { blanks } from './blanks.ts';
import { callouts } from './callouts.ts';
import { cellBreaks } from './cell-breaks.ts';
import { codeBlocks } from './code-blocks.ts';
import { comments } from './comments.ts';
import { definitions } from './definitions.ts';
import { emphasis } from './emphasis.ts';
import { figures } from './figures.ts';
import { findingsFor, inFileOrder, type Findings, type RenderOptions } from './findings.ts';
import { footnotes, missingFootnotes } from './footnotes.ts';
import { foreignMarks } from './foreign-marks.ts';
import { harmfulCharacters } from './harmful-characters.ts';
import { headings } from './headings.ts';
import { indents } from './indents.ts';
import { inlineTags } from './inline-tags.ts';
import { lineBreaks } from './line-breaks.ts';
import { lines } from './lines.ts';
import { links } from './links.ts';
import { passages } from './passages.ts';
import { pastedText } from './pasted-text.ts';
import { pictures } from './pictures.ts';
import { idOfPlace } from './places.ts';
import { plainText, showsNothing } from './plain-text.ts';
import { rawHtml } from './raw-html.ts';
import { referenceLinks } from './reference-links.ts';
import { sharedPaths } from './shared-paths.ts';
import { tableRows } from './table-rows.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';
import { typedMarks } from './typed-marks.ts';

export type { Heading, Link, MarkdownProblem, Picture, RenderOptions } from './findings.ts';

export interface Rendered extends Omit<Findings, 'options'> {
  html: string;
  /** The id in the text that a name behind `#` of another page means. */
  placeCalled: (name: string) => string | undefined;
  /** As it would be read aloud, a line per paragraph: for feeds, search and excerpts. */
  text: string;
  /** Nothing would be seen of it. */
  empty: boolean;
}

// In this order. A rule sees what the rules above it have made, but for those that look at the text right behind `lines`:
// markdown-it puts the latest of them first, so breaks in cells are made before tags are looked for.
const markdown = markdownIt({ html: false })
  .use(pastedText)
  .use(typedMarks)
  .use(indents)
  .use(harmfulCharacters)
  .use(codeBlocks)
  .use(comments)
  .use(inlineTags)
  .use(markdownItCjkFriendly)
  .use(emphasis)
  .use(blanks)
  .use(blankNames)
  .use(sharedPaths)
  .use(callouts)
  .use(alerts)
  .use(tableRows)
  .use(referenceLinks)
  .use(definitions)
  .use(footnotes)
  .use(lines)
  .use(bareAddresses)
  .use(passages)
  .use(missingFootnotes)
  .use(foreignMarks)
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
  const { headings, places, links, pictures, problems } = findings;
  const placeCalled = (name: string) => places.find((id) => id === idOfPlace(name, options.idPrefix));
  const text = plainText(tokens);
  return {
    html,
    headings,
    places,
    placeCalled,
    text,
    empty: showsNothing(html, text),
    links,
    pictures,
    passages: findings.passages,
    problems: inFileOrder(problems),
  };
}
