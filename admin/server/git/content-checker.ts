import { renderMarkdown } from '../../../src/markdown/render.ts';
import { checkContent } from '../../../src/model/check/check-content.ts';
import type { ContentFiles } from '../../../src/model/check/content-files.ts';
import type { BodyContext, ReadBody } from '../../../src/model/check/checked-entry.ts';
import { momentInBeijing } from '../../../src/model/calendar-days.ts';
import type { Problem } from '../../../src/model/problems.ts';

export type ContentChecker = (files: ContentFiles) => Problem[];

/**
 * The checks of the build, for the desk. Rendered bodies are cached between checks, so publishing one of 600 texts
 * renders only that one.
 */
export function contentChecker(production: boolean): ContentChecker {
  let known = new Map<string, ReadBody>();
  return (files) => {
    const used = new Map<string, ReadBody>();
    const renderBody = (markdown: string, _folder: string, around: BodyContext): ReadBody => {
      // The key contains the other anchors of the page, because links to them are checked, too.
      const key = `${around.places.join(' ')}\n${markdown}`;
      const body = used.get(key) ?? known.get(key) ?? readBody(markdown, around);
      used.set(key, body);
      return body;
    };
    const { problems } = checkContent(files, { production, renderBody, now: momentInBeijing(new Date()) });
    known = used;
    return problems;
  };
}

function readBody(markdown: string, around: BodyContext): ReadBody {
  // Without the HTML, which the checker does not need.
  const { headings, places, placeCalled, links, pictures, passages, problems, empty } = renderMarkdown(
    markdown,
    around,
  );
  return { headings, places, placeCalled, links, pictures, passages, problems, empty };
}

/** Only new problems: existing problems elsewhere must not block this text. */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(sentence));
  return after.filter((problem) => !known.has(sentence(problem)));
}

const sentence = ({ file, message }: Problem): string => `${file}\n${message}`;
