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

/** Of one kind in one file, and of all kinds. Nobody reads more; the rest shows itself at the next check. */
const mostOfKind = 50;
const mostOfFile = 200;

/**
 * The problems, where one text has thousands, with the first of each kind and a sentence about how many more there are.
 * Two problems are of a kind if their messages differ only in what they quote and in numbers.
 */
export function withoutRepetition(problems: readonly Problem[]): Problem[] {
  if (problems.length <= mostOfKind) return [...problems];
  const ofKind = new Map<string, number>();
  const ofFile = new Map<string, { shown: number; left: number }>();
  const shown = problems.filter(({ file, label, message }) => {
    const kind = `${file}\n${label ?? ''}\n${kindOf(message)}`;
    const count = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, count);
    const all = ofFile.get(file) ?? { shown: 0, left: 0 };
    ofFile.set(file, all);
    const isShown = isRest(message) || (count <= mostOfKind && all.shown < mostOfFile);
    if (isShown) all.shown++;
    else all.left++;
    return isShown;
  });
  const rest = [...ofFile].filter(([, { left }]) => left > 0);
  return shown.concat(rest.map(([file, { left }]) => ({ file, message: restSentence(left) })));
}

const restSentence = (count: number): string =>
  `另有 ${String(count)} 处和上面的相似，这里不再列出。请先改好上面的，再检查一次。`;
const isRest = (message: string): boolean => message.startsWith('另有 ');

/** What is between quotation marks is the editor's own. Long messages quote more than they say. */
const kindOf = (message: string): string =>
  message
    .slice(0, 300)
    .split(/[“”]/)
    .filter((_, at) => at % 2 === 0)
    .join('')
    .replaceAll(/\d+/g, '');

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
