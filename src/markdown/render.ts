import markdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import markdownItCjkFriendly from 'markdown-it-cjk-friendly';
import { createRenderEnv, inFileOrder, type RenderEnv, type RenderOptions } from './render-env.ts';
import { headingIdOf } from './heading-ids.ts';
import { deepestNesting, sizeFault } from './limits.ts';
import { plainText, showsNothing } from './plain-text.ts';
import { renderedSize } from './rendered-size.ts';
import { pastedWhitespace } from './rules/pasted-whitespace.ts';
import { fullwidthMarks } from './rules/fullwidth-marks.ts';
import { paragraphIndents } from './rules/paragraph-indents.ts';
import { harmfulCharacters } from './rules/harmful-characters.ts';
import { fencedCode } from './rules/fenced-code.ts';
import { htmlComments } from './rules/html-comments.ts';
import { inlineTags } from './rules/inline-tags.ts';
import { emphasis } from './rules/emphasis.ts';
import { fillInBlanks } from './rules/fill-in-blanks.ts';
import { spacesInDestinations } from './rules/spaces-in-destinations.ts';
import { uncPaths } from './rules/unc-paths.ts';
import { callouts } from './rules/callouts.ts';
import { githubAlerts } from './rules/github-alerts.ts';
import { nesting } from './rules/nesting.ts';
import { shortRows } from './rules/short-rows.ts';
import { tableProblems } from './rules/table-problems.ts';
import { referenceDefinitions } from './rules/reference-definitions.ts';
import { definitionLists } from './rules/definition-lists.ts';
import { footnotes, missingFootnotes } from './rules/footnotes.ts';
import { inlineLineNumbers } from './rules/inline-line-numbers.ts';
import { autolinks } from './rules/autolinks.ts';
import { textLines } from './rules/text-lines.ts';
import { unsupportedSyntax } from './rules/unsupported-syntax.ts';
import { rawHtml } from './rules/raw-html.ts';
import { tableCellBreaks } from './rules/table-cell-breaks.ts';
import { lineBreaks } from './rules/line-breaks.ts';
import { taskLists } from './rules/task-lists.ts';
import { headings } from './rules/headings.ts';
import { tables } from './rules/tables.ts';
import { images } from './rules/images.ts';
import { links } from './rules/links.ts';
import { figures } from './rules/figures.ts';

export type {
  RenderedHeading,
  RenderedLink,
  MarkdownProblem,
  RenderedImage,
  RenderOptions,
} from './render-env.ts';

export interface Rendered extends Omit<RenderEnv, 'options'> {
  html: string;
  /** The id that a link from another page means by the name after its `#`. */
  placeCalled: (name: string) => string | undefined;
  /** Plain text as it would be read aloud, one line per paragraph: for feeds, search and excerpts. */
  text: string;
  /** Readers would see nothing. */
  empty: boolean;
}

// The order matters. A rule sees the result of the rules above it, with one exception: for rules that several plugins
// add after the same rule, markdown-it runs the latest first. After `line_numbers`, that means breaks in table cells
// are made before the search for HTML tags.
const markdown = markdownIt({ html: false, maxNesting: deepestNesting })
  .use(shortRows)
  .use(pastedWhitespace)
  .use(fullwidthMarks)
  .use(paragraphIndents)
  .use(harmfulCharacters)
  .use(fencedCode)
  .use(htmlComments)
  .use(inlineTags)
  .use(markdownItCjkFriendly)
  .use(emphasis)
  .use(fillInBlanks)
  .use(spacesInDestinations)
  .use(uncPaths)
  .use(callouts)
  .use(githubAlerts)
  .use(nesting)
  .use(tableProblems)
  .use(referenceDefinitions)
  .use(definitionLists)
  .use(footnotes)
  .use(inlineLineNumbers)
  .use(autolinks)
  .use(textLines)
  .use(missingFootnotes)
  .use(unsupportedSyntax)
  .use(rawHtml)
  .use(tableCellBreaks)
  .use(lineBreaks)
  .use(taskLists)
  .use(headings)
  .use(tables)
  .use(images)
  .use(links)
  .use(figures);

/** The only renderer of Markdown: for pages, preview, feeds and search, in Node and in the browser. */
export function renderMarkdown(source: string, options: RenderOptions = {}): Rendered {
  const findings = createRenderEnv(options);
  const env = { findings };
  const tokens = markdown.parse(source, env);
  const html = htmlOf(tokens, source, env);
  const { headings, places, links, pictures, problems } = findings;
  let known: ReadonlySet<string> | undefined;
  const placeCalled = (name: string): string | undefined => {
    const id = headingIdOf(name, options.idPrefix);
    return (known ??= new Set(places)).has(id) ? id : undefined;
  };
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

/** Nothing where the page would be out of proportion to its source, because a body with a problem is not published. */
function htmlOf(tokens: Token[], source: string, env: { findings: RenderEnv }): string {
  const expected = sizeFault(source, renderedSize(tokens));
  const html = expected === undefined ? markdown.renderer.render(tokens, markdown.options, env) : '';
  const fault = expected ?? sizeFault(source, html.length);
  if (fault === undefined) return html;
  env.findings.problems.push({ line: 1, message: fault });
  return '';
}
