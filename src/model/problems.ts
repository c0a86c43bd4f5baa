/** One thing an editor has to mend. The sentence is written once and shown in build, desk and command line. */
export interface Problem {
  /** `content/activities/2026/0315-lianxi-huiyi/index.md` */
  file: string;
  /** Counted from 1; undefined where the whole file is meant. */
  line?: number;
  /** The same line as the desk's editor counts: from 1 where the body begins. Only for what stands in the body. */
  bodyLine?: number;
  /** The entry's name, where it has one, for those who do not know it by its file. */
  title?: string;
  /** The field's label on the form. */
  label?: string;
  /** A whole sentence: what we see, what to write. */
  message: string;
}

/** In file order, with lines, then the count; an empty list gives an empty text. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  const blocks = [...byFile.keys()].sort().map((file) => {
    const lines = inLineOrder(byFile.get(file) ?? []).map((problem) =>
      problem.line === undefined
        ? `  ${problem.message}`
        : `  第 ${String(problem.line)} 行  ${problem.message}`,
    );
    return [file, ...lines].join('\n');
  });
  return `${blocks.join('\n')}\n共 ${String(problems.length)} 处需要修改。\n`;
}

const inLineOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** The place of a part in its list, as the form shows it, the list's own place first: “题目”第 3 项的“选项”第 1 项. */
export const partPlace = (label: string, index: number, above = ''): string =>
  `${above === '' ? '' : `${above}的`}“${label}”第 ${String(index + 1)} 项`;

/** A sentence about what stands in a part, with the part's place before it. */
export const inPart = (place: string, message: string): string =>
  place === '' ? message : `${place}：${message}`;

/**
 * Long texts are cut where they are quoted back, and stay on one line. Of lists and groups, what is in them: nobody
 * typed the rest.
 */
export function quoted(seen: unknown): string {
  const characters = [...wordsOf(seen).slice(0, 200).replaceAll(/\s+/g, ' ')];
  return `“${characters.length > 30 ? `${characters.slice(0, 30).join('')}……` : characters.join('')}”`;
}

function wordsOf(seen: unknown): string {
  if (typeof seen !== 'object') return String(seen);
  return Object.values(seen ?? {})
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('、');
}
