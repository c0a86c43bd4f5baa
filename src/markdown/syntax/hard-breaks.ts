import type { LineStart } from './line-starts.ts';
import { mustContinue, lineShape } from './line-shape.ts';
import type { LineShape, WrittenLine } from './line-shape.ts';

/** No text is wrapped at fewer than fourteen Chinese characters. */
const minColumn = 28;

/**
 * Decides which line breaks of a paragraph were typed with Enter, and which come from wrapping at a column.
 *
 * In Word and WeChat every line break is intended. A program that wraps text breaks it where the column is full. So a
 * break is kept
 * - before a line that starts with a label, number, bullet, clause, or a time among other times (line-starts.ts);
 * - around a standalone line: a salutation, a date, the signatures above it, 此致, 特此通知 (standalone-lines.ts);
 * - after the end of a sentence, if the column had room for more;
 * - everywhere in lines too short for wrapped text: verses, slogans, names.
 * Elsewhere the sentence continues. Indented lines are paragraphs and handled in paragraph-indents.ts.
 *
 * Returns for each line whether it starts a new line. The first one always does.
 */
export function hardBreaks(written: readonly WrittenLine[]): boolean[] {
  const lines = written.map((line, at) => lineShape(line, at === 0));
  if (areShortLines(lines)) return lines.map(() => true);
  const column = lines.reduce((widest, { width }) => Math.max(widest, width), 0);
  markSignatures(lines);
  const siblings = siblingsOf(lines);
  const isWrapped = lines.some(
    (line, at) => line.end === 'open' && !line.standalone && isFull(line, lines[at + 1]),
  );
  // After “参加人员：张三”, more names follow, one per line.
  let isListed = false;
  let previousStarts = true;
  return lines.map((line, at) => {
    const beforeStarts = previousStarts;
    return (previousStarts = startsAt(line, at, beforeStarts));
  });

  function startsAt(line: LineShape, at: number, beforeStarts: boolean): boolean {
    const [beforeThat, before, next] = [lines[at - 2], lines[at - 1], lines[at + 1]];
    if (before === undefined || breaksBefore(before, line, at === 1)) return true;
    if (beforeStarts && isHeadline(before, line)) return true;
    // Two consecutive lines that leave much of the column empty are a list without marks.
    return (
      hasMuchRoom(before) && ((next && hasMuchRoom(line)) || (beforeThat && hasMuchRoom(beforeThat))) === true
    );
  }

  /** “活动背景” above “为了……”: a few words without punctuation, above a line at least twice as long. */
  function isHeadline({ text, width }: LineShape, line: LineShape): boolean {
    const isShort = column >= 40 && width <= 40 && width * 2 <= line.width;
    return (
      isShort &&
      /\p{Script=Han}[）》”]?$/u.test(text) &&
      !/[，。；：、！？]/.test(text) &&
      !mustContinue.test(text)
    );
  }

  /** The next word would not fit. */
  function isFull(line: LineShape, next: LineShape | undefined): boolean {
    return next !== undefined && column >= minColumn && line.width + next.firstWordWidth > column - 3;
  }

  function hasMuchRoom({ text, width, end }: LineShape): boolean {
    return (
      column >= minColumn && width <= column * 0.6 && end === 'open' && /[\p{Script=Han}）》”]$/u.test(text)
    );
  }

  function breaksBefore(before: LineShape, line: LineShape, isSecond: boolean): boolean {
    const wasListed = isListed;
    isListed = false;
    if (before.text === '' || line.text === '') return false;
    const continues = before.end === 'open' && isFull(before, line);
    if (before.standalone && before.standalone !== 'in brackets') return true;
    if (line.standalone === 'date') return !mustContinue.test(before.text);
    if (line.standalone && !continues) return true;
    if (line.start && startBreaks(line.start, before, line, continues, isSecond)) return true;
    if (before.end === 'sentence') return !isWrapped || !isFull(before, line);
    const isItem =
      before.end === 'open' &&
      !continues &&
      (isListItem(before) || wasListed) &&
      !mustContinue.test(before.text);
    isListed = isItem && !/[，。；：、]/.test(line.text);
    return isItem;
  }

  function startBreaks(
    start: LineStart,
    before: LineShape,
    line: LineShape,
    continues: boolean,
    isSecond: boolean,
  ): boolean {
    const others = siblings(start);
    switch (start.needs) {
      case 'nothing':
        // “应当具备下列⏎条件：”
        return !(continues && /[：:]$/.test(line.text));
      case 'sentence end':
        return before.end === 'sentence' || (others === 'most' && !continues);
      case 'most':
        return others === 'most';
      case 'siblings or room':
        if (others !== 'none' || before.end === 'sentence') return true;
        // A title above “一、” may fill its line.
        return !continues || (isSecond && start.form !== 'label' && !/[，。；：、！？]/.test(before.text));
    }
  }

  /** A line that certainly has its own label or number. “一、活动时间” is certain even without siblings. */
  function isListItem({ start, isMarked }: LineShape): boolean {
    if (!start || !isMarked) return false;
    return start.needs === 'nothing' || /^（?一/.test(start.form) || siblings(start) !== 'none';
  }
}

/** Three or more lines of up to fourteen characters: verses end with punctuation, slogans and names contain none. */
function areShortLines(lines: readonly LineShape[]): boolean {
  if (!lines.every(({ text, width }) => width <= 28 && /\p{Script=Han}/u.test(text))) return false;
  if (areParallel(lines)) return true;
  if (lines.length < 3) return false;
  if (lines.every(({ text }) => /[，。；：、！？…,.;:!?][”’」）]*$/.test(text))) return true;
  // There may be a title of any length above them, or “口号：”.
  const [title, ...others] = lines as [LineShape, ...LineShape[]];
  const [narrow, wide] = others.reduce<[number, number]>(
    ([least, most], { width }) => [Math.min(least, width), Math.max(most, width)],
    [28, 0],
  );
  const haveSimilarWidth = wide <= Math.max(8, narrow * 1.5);
  const hasNoPunctuation = ({ text }: LineShape) => !/[，。；：、！？…,;:!?]/.test(text);
  const areSentences = others.every(({ text }) => /[。！？!?][”’」）]*$/.test(text));
  if (areSentences && hasNoPunctuation(title) && !mustContinue.test(title.text)) return true;
  return (
    haveSimilarWidth &&
    others.every(hasNoPunctuation) &&
    hasNoPunctuation({ ...title, text: title.text.replace(/[：:]$/, '') })
  );
}

/** “讲文明，树新风” above “爱社区，做贡献”: the same length, with punctuation in the same positions. */
function areParallel(lines: readonly LineShape[]): boolean {
  const shape = ({ text }: LineShape): string => text.replace(/\p{L}/gu, '一');
  const [first] = lines;
  return (
    first !== undefined &&
    lines.length > 1 &&
    first.width >= 10 &&
    /^\p{L}.*[，、；\s].*\p{L}$/u.test(first.text) &&
    lines.every((line) => shape(line) === shape(first))
  );
}

/** For the start of a line, whether others of its form exist: a neighbouring number, or most lines. */
function siblingsOf(lines: readonly LineShape[]): (start: LineStart) => 'none' | 'some' | 'most' {
  const counts = new Map<string, number>();
  const values = new Set<string>();
  for (const { start } of lines) {
    if (!start) continue;
    counts.set(start.form, (counts.get(start.form) ?? 0) + 1);
    values.add(`${start.form} ${String(start.value)}`);
  }
  return ({ form, value }) => {
    const count = counts.get(form) ?? 0;
    if (count >= 2 && count * 2 > lines.length) return 'most';
    const isNeighbour = [-1, 1].some((step) => values.has(`${form} ${String((value ?? NaN) + step)}`));
    return isNeighbour || (value === undefined && count >= 2) ? 'some' : 'none';
  };
}

/** Signatures are above the date, one per line, up to the end of a sentence. */
function markSignatures(lines: readonly LineShape[]): void {
  for (let at = lines.length - 2; at > 0; at--) {
    const [line, below] = [lines[at]!, lines[at + 1]!];
    const isAboveDate = below.standalone === 'date' || below.standalone === 'signature';
    const isName = line.width <= 48 && !/[，。；：、！？]/.test(line.text) && !mustContinue.test(line.text);
    if (isAboveDate && isName) line.standalone ??= 'signature';
  }
}
