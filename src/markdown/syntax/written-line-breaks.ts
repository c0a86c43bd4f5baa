import type { LineStart } from './line-starts.ts';
import { endsInWord, lineShape } from './written-line.ts';
import type { LineShape, WrittenLine } from './written-line.ts';

/** A column of less than fourteen characters is nobody's. */
const narrowest = 28;

/**
 * Which lines of a paragraph somebody ended with Enter, and which a column ended.
 *
 * In Word and WeChat every line break is meant; a text wrapped by a program breaks where its column is full. So a
 * break is kept
 * - before a line that begins a label, a number, a bullet, a clause, a time among times (line-starts.ts);
 * - around a line that stands alone: a salutation, a date, the names above it, 此致, 特此通知 (standalone-lines.ts);
 * - behind such a line, and behind the end of a sentence, where the column had room for more;
 * - everywhere in short lines that nobody's column makes: verses, slogans, names.
 * Elsewhere the sentence goes on. Indented lines are paragraphs and no business of this file (paragraph-indents.ts).
 *
 * Says of each line whether it begins a line of its own. The first one always does.
 */
export function hardBreaks(written: readonly WrittenLine[]): boolean[] {
  const lines = written.map((line, at) => lineShape(line, at === 0));
  if (areShortLines(lines)) return lines.map(() => true);
  const column = lines.reduce((widest, { width }) => Math.max(widest, width), 0);
  nameThoseAboveDates(lines);
  const company = companyOf(lines);
  const isWrapped = lines.some(
    (line, at) => line.end === 'open' && !line.alone && isFull(line, lines[at + 1]),
  );
  // Under “参加人员：张三” the names go on, a line each.
  let isListed = false;
  let wasBegun = true;
  return lines.map((line, at) => {
    const isBegun = wasBegun;
    return (wasBegun = beginsAt(line, at, isBegun));
  });

  function beginsAt(line: LineShape, at: number, isBegun: boolean): boolean {
    const [beforeThat, before, next] = [lines[at - 2], lines[at - 1], lines[at + 1]];
    if (before === undefined || isBroken(before, line, at === 1)) return true;
    if (isBegun && isHeadline(before, line)) return true;
    // Two lines together that leave much of the column empty: a list without marks.
    return (
      hasMuchRoom(before) && ((next && hasMuchRoom(line)) || (beforeThat && hasMuchRoom(beforeThat))) === true
    );
  }

  /** “活动背景” above “为了……”: a few words without a mark where a line of text has room for twice as many. */
  function isHeadline({ text, width }: LineShape, line: LineShape): boolean {
    const isShort = column >= 40 && width <= 40 && width * 2 <= line.width;
    return (
      isShort &&
      /\p{Script=Han}[）》”]?$/u.test(text) &&
      !/[，。；：、！？]/.test(text) &&
      !endsInWord.test(text)
    );
  }

  /** The next word would not have fitted. */
  function isFull(line: LineShape, next: LineShape | undefined): boolean {
    return next !== undefined && column >= narrowest && line.width + next.firstWord > column - 3;
  }

  function hasMuchRoom({ text, width, end }: LineShape): boolean {
    return (
      column >= narrowest && width <= column * 0.6 && end === 'open' && /[\p{Script=Han}）》”]$/u.test(text)
    );
  }

  function isBroken(before: LineShape, line: LineShape, isSecond: boolean): boolean {
    const wasListed = isListed;
    isListed = false;
    if (before.text === '' || line.text === '') return false;
    const goesOn = before.end === 'open' && isFull(before, line);
    if (before.alone && before.alone !== 'in brackets') return true;
    if (line.alone === 'date') return !endsInWord.test(before.text);
    if (line.alone && !goesOn) return true;
    if (line.start && begins(line.start, before, line, goesOn, isSecond)) return true;
    if (before.end === 'sentence') return !isWrapped || !isFull(before, line);
    const isAnItem =
      before.end === 'open' && !goesOn && (isMarked(before) || wasListed) && !endsInWord.test(before.text);
    isListed = isAnItem && !/[，。；：、]/.test(line.text);
    return isAnItem;
  }

  function begins(
    start: LineStart,
    before: LineShape,
    line: LineShape,
    goesOn: boolean,
    isSecond: boolean,
  ): boolean {
    const others = company(start);
    switch (start.needs) {
      case 'nothing':
        // “应当具备下列⏎条件：”
        return !(goesOn && /[：:]$/.test(line.text));
      case 'an end':
        return before.end === 'sentence' || (others === 'most' && !goesOn);
      case 'most':
        return others === 'most';
      case 'company or room':
        if (others !== 'none' || before.end === 'sentence') return true;
        // A title above “一、” may fill its line.
        return !goesOn || (isSecond && start.form !== 'label' && !/[，。；：、！？]/.test(before.text));
    }
  }

  /** A line with a label or number of its own, as far as that is sure; “一、活动时间” is one without others as well. */
  function isMarked({ start, marked }: LineShape): boolean {
    if (!start || !marked) return false;
    return start.needs === 'nothing' || /^（?一/.test(start.form) || company(start) !== 'none';
  }
}

/** Three lines and more of up to fourteen characters: verses end in punctuation, slogans and names hold none at all. */
function areShortLines(lines: readonly LineShape[]): boolean {
  if (!lines.every(({ text, width }) => width <= 28 && /\p{Script=Han}/u.test(text))) return false;
  if (areParallel(lines)) return true;
  if (lines.length < 3) return false;
  if (lines.every(({ text }) => /[，。；：、！？…,.;:!?][”’」）]*$/.test(text))) return true;
  // Above them there may be a title of any length, or “口号：”.
  const [title, ...others] = lines as [LineShape, ...LineShape[]];
  const [narrow, wide] = others.reduce<[number, number]>(
    ([least, most], { width }) => [Math.min(least, width), Math.max(most, width)],
    [28, 0],
  );
  const areAlike = wide <= Math.max(8, narrow * 1.5);
  const holdsNone = ({ text }: LineShape) => !/[，。；：、！？…,;:!?]/.test(text);
  const areSentences = others.every(({ text }) => /[。！？!?][”’」）]*$/.test(text));
  if (areSentences && holdsNone(title) && !endsInWord.test(title.text)) return true;
  return (
    areAlike && others.every(holdsNone) && holdsNone({ ...title, text: title.text.replace(/[：:]$/, '') })
  );
}

/** “讲文明，树新风” above “爱社区，做贡献”: as long as each other, with their marks in the same places. */
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

/** For a start, whether others of its form begin lines too: the number before or behind it, or most of all lines. */
function companyOf(lines: readonly LineShape[]): (start: LineStart) => 'none' | 'some' | 'most' {
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

/** Those who sign stand above the date, one a line: up to the line that ends a sentence. */
function nameThoseAboveDates(lines: readonly LineShape[]): void {
  for (let at = lines.length - 2; at > 0; at--) {
    const [line, below] = [lines[at]!, lines[at + 1]!];
    const isAboveDate = below.alone === 'date' || below.alone === 'name';
    const isName = line.width <= 48 && !/[，。；：、！？]/.test(line.text) && !endsInWord.test(line.text);
    if (isAboveDate && isName) line.alone ??= 'name';
  }
}
