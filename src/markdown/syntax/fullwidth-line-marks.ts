/**
 * Marks at the beginning of a line as a Chinese input method writes them, in the form Markdown knows. Only where no
 * other reading is left: `－ 甲` is a point of a list, `－5℃` a temperature, `—— 鲁迅` below a quotation its author.
 *
 * Takes the lines of one stretch without code; gives as many lines back.
 */
export function asciiLineMarks(lines: readonly string[]): string[] {
  const parts = lines.map((line) => {
    const [, lead = '', rest = ''] = /^((?:[ \t]*>)*[ \t]*)(.*)$/s.exec(line) ?? [];
    return { lead, rest };
  });
  quotes(parts);
  const rests = tableRows(parts.map(({ rest }) => rest));
  const listed = inRuns(rests);
  return parts.map(({ lead }, at) => lead + folds.reduce((text, fold) => fold(text), listed[at]!));
}

interface Part {
  /** Blanks and the marks of quotations. */
  lead: string;
  rest: string;
}

const folds: ((text: string) => string)[] = [
  (text) => text.replace(/^[#＃]{1,6}[ \u3000]+(?=\S)/, (marks) => `${half(marks.trimEnd())} `),
  (text) => text.replace(/^[:：]{3,}/, half),
  (text) => text.replace(/^[－＊—]{3,}[ \t\u3000]*$/, '---'),
  (text) => text.replace(/^[-*+－＋•‣▪◦][ \t\u3000]+(?=\S)/, typed('- ')),
  (text) => text.replace(/^[\d０-９]{1,3}[.．][ \t\u3000]+(?=\S)/, typed()),
  (text) =>
    text.replace(
      /^([-*+][ \t]+)([[［【]([ \u3000xXｘＸ✓√]?)[\]］】][ \t\u3000]+)(?=\S)/,
      (_marks, point: string, box: string, sign: string) =>
        point + typed(sign.trim() === '' ? '[ ] ' : '[x] ')(box),
    ),
];

/** What is ASCII already was meant as it stands, its blanks included. */
const typed =
  (made?: string) =>
  (mark: string): string =>
    /^[ -~\t]*$/.test(mark) ? mark : (made ?? `${half(mark).trim()} `);

/** Full-width signs of ASCII in their own width. */
export const half = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');

/** `＞ 引用`, and `》引用`, which is what the key gives; a number behind it is “more than”. */
function quotes(parts: Part[]): void {
  let quoted = false;
  let before = '';
  for (const part of parts) {
    const marks = /^(?:＞[ \u3000]*)+(?![\d０-９])/.exec(part.rest)?.[0] ?? '';
    const keyed: string =
      before.trim() === '' || quoted ? (/^(?:》[ \u3000]*)+(?=\S)/.exec(part.rest)?.[0] ?? '') : '';
    const found = marks || keyed;
    before = part.rest;
    quoted = keyed !== '';
    if (found === '') continue;
    part.lead += found.replace(/[＞》][ \u3000]*/g, '> ');
    part.rest = part.rest.slice(found.length);
  }
}

const dashes = /^[|｜:： \t\-－—–]*[-－—–][|｜:： \t\-－—–]*$/;
const hasPipe = (text: string | undefined): boolean => text !== undefined && /[|｜]/.test(text);

/** The row of dashes is what makes a table: `｜－－｜：——：｜` below a row with as many bars. */
function tableRows(lines: readonly string[]): string[] {
  let inTable = false;
  const made = [...lines];
  lines.forEach((line, at) => {
    const head = lines[at - 1];
    if (!inTable && dashes.test(line) && hasPipe(line) && hasPipe(head)) {
      inTable = true;
      made[at - 1] = bars(head!);
      made[at] = bars(line)
        .replace(/[－—–]/g, '-')
        .replace(/：/g, ':');
    } else if (inTable && hasPipe(line)) made[at] = bars(line);
    else inTable = false;
  });
  return made;
}

/** In a row with bars of its own, `｜` is a sign in a cell. */
const bars = (row: string): string =>
  /^[^|]*$|^[ \t]*｜|｜[ \t]*$/.test(row) ? row.replace(/｜/g, '|') : row;

const numbered = /^([\d０-９]{1,3})．(?=\S)/;
const pointed = /^(?:(?:[—–]{1,2}|[·＊])[ \t\u3000]+(?=\S)|[-－•·](?=[\p{Script=Han}“《（]))/u;

/** Marks that could be something else where one stands alone, and are a list where several follow one another. */
function inRuns(lines: readonly string[]): string[] {
  const numbers = lines.map((line) => Number(half(numbered.exec(line)?.[1] ?? 'no')));
  const points = lines.map((line) => pointed.test(line));
  return lines.map((line, at) => {
    const number = numbers[at]!;
    const counted = numbers[at - 1] === number - 1 || numbers[at + 1] === number + 1;
    if (counted) return line.replace(numbered, `${String(number)}. `);
    return points[at] && (points[at - 1] || points[at + 1]) ? line.replace(pointed, '- ') : line;
  });
}
