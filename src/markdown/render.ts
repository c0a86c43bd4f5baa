import markdownItCjkFriendly from 'markdown-it-cjk-friendly';
import markdownIt from 'markdown-it';
import { githubAlerts } from './rules/github-alerts.ts';
import { autolinks } from './rules/autolinks.ts';
import { spacesInDestinations } from './rules/spaces-in-destinations.ts';
import { fillInBlanks } from './rules/fill-in-blanks.ts';
import { callouts } from './rules/callouts.ts';
import { tableCellBreaks } from './rules/table-cell-breaks.ts';
import { fencedCode } from './rules/fenced-code.ts';
import { htmlComments } from './rules/html-comments.ts';
import { definitionLists } from './rules/definition-lists.ts';
import { emphasis } from './rules/emphasis.ts';
import { figures } from './rules/figures.ts';
import { createRenderEnv, inFileOrder, type RenderEnv, type RenderOptions } from './render-env.ts';
import { footnotes, missingFootnotes } from './rules/footnotes.ts';
import { unsupportedSyntax } from './rules/unsupported-syntax.ts';
import { harmfulCharacters } from './rules/harmful-characters.ts';
import { headings } from './rules/headings.ts';
import { paragraphIndents } from './rules/paragraph-indents.ts';
import { inlineTags } from './rules/inline-tags.ts';
import { lineBreaks } from './rules/line-breaks.ts';
import { inlineLineNumbers } from './rules/inline-line-numbers.ts';
import { links } from './rules/links.ts';
import { textLines } from './rules/text-lines.ts';
import { pastedWhitespace } from './rules/pasted-whitespace.ts';
import { images } from './rules/images.ts';
import { headingIdOf } from './heading-ids.ts';
import { plainText, showsNothing } from './plain-text.ts';
import { rawHtml } from './rules/raw-html.ts';
import { referenceDefinitions } from './rules/reference-definitions.ts';
import { uncPaths } from './rules/unc-paths.ts';
import { tableProblems } from './rules/table-problems.ts';
import { tables } from './rules/tables.ts';
import { taskLists } from './rules/task-lists.ts';
import { fullwidthMarks } from './rules/fullwidth-marks.ts';

export type {
  RenderedHeading,
  RenderedLink,
  MarkdownProblem,
  RenderedImage,
  RenderOptions,
} from './render-env.ts';

export interface Rendered extends Omit<RenderEnv, 'options'> {
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

/** The one way from Markdown to HTML: for pages, preview, feeds and search, in Node and in the browser. */
export function renderMarkdown(source: string, options: RenderOptions = {}): Rendered {
  const findings = createRenderEnv(options);
  const env = { findings };
  const tokens = markdown.parse(source, env);
  const html = markdown.renderer.render(tokens, markdown.options, env);
  const { headings, places, links, pictures, problems } = findings;
  const placeCalled = (name: string) => places.find((id) => id === headingIdOf(name, options.idPrefix));
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
