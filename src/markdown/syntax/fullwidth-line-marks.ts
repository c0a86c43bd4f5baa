/**
 * Converts the marks at the start of lines from a Chinese input method to Markdown, but only where they can mean nothing
 * else: `－ 甲` is a list item, `－5℃` a temperature, `—— 鲁迅` after a quotation its author.
 *
 * Takes consecutive lines without code, and returns as many lines.
 */
export function asciiLineMarks(lines: readonly string[]): string[] {
  const parts = lines.map((line) => {
    const [, lead = '', rest = ''] = /^((?:[ \t]*>)*[ \t]*)(.*)$/s.exec(line) ?? [];
    return { lead, rest };
  });
  convertQuotes(parts);
  const rests = convertTables(parts.map(({ rest }) => rest));
  const listed = convertLists(rests);
  return parts.map(
    ({ lead }, at) => lead + conversions.reduce((text, convert) => convert(text), listed[at]!),
  );
}

interface LineParts {
  /** Spaces and blockquote marks. */
  lead: string;
  rest: string;
}

const conversions: ((text: string) => string)[] = [
  (text) => text.replace(/^[#＃]{1,6}[ \u3000]+(?=\S)/, (marks) => `${toHalfwidth(marks.trimEnd())} `),
  (text) => text.replace(/^[:：]{3,}/, toHalfwidth),
  (text) => text.replace(/^[－＊—]{3,}[ \t\u3000]*$/, '---'),
  (text) => text.replace(/^[-*+－＋•‣▪◦][ \t\u3000]+(?=\S)/, converted('- ')),
  (text) => text.replace(/^[\d０-９]{1,3}[.．][ \t\u3000]+(?=\S)/, converted()),
  (text) =>
    text.replace(
      /^([-*+][ \t]+)([[［【]([ \u3000xXｘＸ✓√]?)[\]］】][ \t\u3000]+)(?=\S)/,
      (_marks, bullet: string, box: string, sign: string) =>
        bullet + converted(sign.trim() === '' ? '[ ] ' : '[x] ')(box),
    ),
];

/** Marks that are already ASCII stay as they are, including their spaces. */
const converted =
  (made?: string) =>
  (mark: string): string =>
    /^[ -~\t]*$/.test(mark) ? mark : (made ?? `${toHalfwidth(mark).trim()} `);

/** Converts full-width ASCII characters to ASCII. */
export const toHalfwidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');

/** `＞ 引用`, and `》引用`, which the same key types. Before a number, `＞` means “more than”. */
function convertQuotes(parts: LineParts[]): void {
  let quoted = false;
  let before = '';
  for (const part of parts) {
    const marks = /^(?:＞[ \u3000]*)+(?![\d０-９])/.exec(part.rest)?.[0] ?? '';
    const typed: string =
      before.trim() === '' || quoted ? (/^(?:》[ \u3000]*)+(?=\S)/.exec(part.rest)?.[0] ?? '') : '';
    const found = marks || typed;
    before = part.rest;
    quoted = typed !== '';
    if (found === '') continue;
    part.lead += found.replace(/[＞》][ \u3000]*/g, '> ');
    part.rest = part.rest.slice(found.length);
  }
}

const onlyDelimiters = /^[|｜:： \t\-－—–]*$/;
const hasDash = (text: string): boolean => /[-－—–]/.test(text);
const hasPipe = (text: string | undefined): boolean => text !== undefined && /[|｜]/.test(text);

/** A delimiter row makes a table: `｜－－｜：——：｜` below a row with pipes. */
function convertTables(lines: readonly string[]): string[] {
  let inTable = false;
  const converted = [...lines];
  lines.forEach((line, at) => {
    const head = lines[at - 1];
    if (!inTable && hasPipe(head) && hasPipe(line) && hasDash(line) && onlyDelimiters.test(line)) {
      inTable = true;
      converted[at - 1] = toAsciiPipes(head!);
      converted[at] = toAsciiPipes(line)
        .replace(/[－—–]/g, '-')
        .replace(/：/g, ':');
    } else if (inTable && hasPipe(line)) converted[at] = toAsciiPipes(line);
    else inTable = false;
  });
  return converted;
}

/** In a row with ASCII pipes, `｜` is text inside a cell. */
const toAsciiPipes = (row: string): string =>
  /^[^|]*$|^[ \t]*｜|｜[ \t]*$/.test(row) ? row.replace(/｜/g, '|') : row;

const numbered = /^([\d０-９]{1,3})．(?=\S)/;
const bulleted = /^(?:(?:[—–]{1,2}|[·＊])[ \t\u3000]+(?=\S)|[-－•·](?=[\p{Script=Han}“《（]))/u;

/** Marks that are ambiguous on one line, but a list on several consecutive lines. */
function convertLists(lines: readonly string[]): string[] {
  const numbers = lines.map((line) => Number(toHalfwidth(numbered.exec(line)?.[1] ?? 'no')));
  const bullets = lines.map((line) => bulleted.test(line));
  return lines.map((line, at) => {
    const number = numbers[at]!;
    const isSequence = numbers[at - 1] === number - 1 || numbers[at + 1] === number + 1;
    if (isSequence) return line.replace(numbered, `${String(number)}. `);
    return bullets[at] && (bullets[at - 1] || bullets[at + 1]) ? line.replace(bulleted, '- ') : line;
  });
}
