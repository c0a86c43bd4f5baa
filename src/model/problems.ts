/** One thing that an editor has to fix. The message is the same in the build, the desk and the command line. */
export interface Problem {
  /** `content/activities/2026/0315-lianxi-huiyi/index.md` */
  file: string;
  /** Counted from 1; undefined if the problem is the whole file. */
  line?: number;
  /** The same line as the desk's editor counts it: the body begins on line 1. Only for problems in the body. */
  bodyLine?: number;
  /** The entry's title, if it has one, for people who do not know the file. */
  title?: string;
  /** The field's label on the form. */
  label?: string;
  /** A full sentence: what is there, and what to write. */
  message: string;
}

/** By file and line, then the count. An empty list gives an empty text. */
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

/** The place of a part in its list, as the form shows it, after the place of the list: “题目”第 3 项的“选项”第 1 项. */
export const partPlace = (label: string, index: number, above = ''): string =>
  `${above === '' ? '' : `${above}的`}“${label}”第 ${String(index + 1)} 项`;

/** A message about a part, preceded by the place of the part. */
export const inPart = (place: string, message: string): string =>
  place === '' ? message : `${place}：${message}`;

/** What the editor wrote, on one line and shortened. Lists and maps are shown as the values in them. */
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
