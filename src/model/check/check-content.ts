import { checkText } from './check-text.ts';
import type { BodyContext, Entry, ReadBody } from './checked-entry.ts';
import { ContentCheck } from '../incremental/content-check.ts';
import type { ContentFiles } from './content-files.ts';
import type { ContentFile } from '../incremental/content-index.ts';
import type { Problem } from '../problems.ts';

export interface CheckedContent<Body extends ReadBody = ReadBody> {
  entries: Entry<Body>[];
  problems: Problem[];
}

export interface CheckOptions<Body extends ReadBody> {
  /** Renders a body. Its pictures are in `folder`, below content/. */
  renderBody: (markdown: string, folder: string, context: BodyContext) => Body;
  /** Reject sample content. */
  production?: boolean;
  /** The moment of the check, in Beijing time. With it, records and entries with a day in the future are rejected. */
  now?: string;
  /** The day of the check, if the moment is unknown. */
  today?: string;
}

/** Checks a whole content folder: each file, then the relations between the entries. */
export function checkContent<Body extends ReadBody>(
  files: ContentFiles,
  options: CheckOptions<Body>,
): CheckedContent<Body> {
  const { texts, tables, codings, facts } = files;
  const check = new ContentCheck<Body>(options);
  check.setMoment(options.now ?? options.today);
  const known = new Map<string, ContentFile<Body>>();
  for (const path of files.paths) {
    known.set(path, { table: tables?.get(path), coding: codings?.get(path), facts: facts?.get(path) });
  }
  for (const [path, text] of texts) {
    known.set(path, { checked: checkText(path, text, codings?.get(path), options.renderBody) });
  }
  check.update(known);
  const paths = [...texts.keys()];
  return {
    entries: paths.map((path) => check.entry(path)).filter((entry) => entry !== undefined),
    problems: [...paths.flatMap((path) => check.problemsOf(path)), ...check.missing()],
  };
}
