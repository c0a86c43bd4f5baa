import { renderMarkdown } from '../../../src/markdown/render.ts';
import { checkContent } from '../../../src/model/check/check-content.ts';
import type { ContentFiles } from '../../../src/model/check/content-files.ts';
import type { BodyContext, ReadBody } from '../../../src/model/check/checked-entry.ts';
import { momentInBeijing } from '../../../src/model/calendar-days.ts';
import type { Problem } from '../../../src/model/problems.ts';

export type ContentChecker = (files: ContentFiles) => Problem[];

/**
 * The checks of the build, for the desk. Bodies that were rendered for one check are kept for the next:
 * publishing one text of six hundred renders one.
 */
export function contentChecker(production: boolean): ContentChecker {
  let known = new Map<string, ReadBody>();
  return (files) => {
    const used = new Map<string, ReadBody>();
    const renderBody = (markdown: string, _folder: string, around: BodyContext): ReadBody => {
      // A text is judged anew when the page around it has gained or lost a place to link to.
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
  // The HTML is left behind: only what the checker asks for is kept.
  const { headings, places, placeCalled, links, pictures, passages, problems, empty } = renderMarkdown(
    markdown,
    around,
  );
  return { headings, places, placeCalled, links, pictures, passages, problems, empty };
}

/** Problems that were not there before. What is wrong elsewhere already must not hold up this text. */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(sentence));
  return after.filter((problem) => !known.has(sentence(problem)));
}

const sentence = ({ file, message }: Problem): string => `${file}\n${message}`;
