import { isNode, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { ParsedFrontMatter } from './entry-file.ts';
import type { Field, Fields } from '../fields.ts';
import { namesIn } from './front-matter-faults.ts';
import type { Names } from './front-matter-faults.ts';
import { indicatorSentence, yamlQuoted, yamlIndicators } from './yaml-quotes.ts';
import { quoted } from '../problems.ts';

/**
 * A message for each line of the file that the parser could not read. The parser reports several errors for one extra
 * quote, in English and about tokens. Usually the line itself shows what was meant.
 */
export function yamlSyntaxErrors(
  { document, errors, excess, lineAt }: ParsedFrontMatter,
  source: string,
  fields: Fields,
): Map<number, string> {
  if (excess !== undefined) return new Map([[1, excess]]);
  if (errors.length === 0) return new Map();
  const lines = source.split(/\r?\n/);
  const names = namesIn(fields);
  const messages = new Map<number, string>();
  const starts = openedAt(errors, document, source);
  for (const [index, error] of errors.entries()) {
    const line = lineAt(starts[index]!);
    // One quote too many in a long line makes an error of each character after it.
    if (messages.has(line)) continue;
    const written = (lines[line - 2] ?? '').slice(0, longestLine);
    const own = error.code === 'DUPLICATE_KEY' ? undefined : lineMessage(written, names);
    messages.set(line, own ?? errorMessage(error));
  }
  // A line with a clear message usually explains the unclear ones. Otherwise one unclear message is enough.
  const plain = [...messages].filter(([, message]) => message !== unclear);
  return new Map(plain.length > 0 ? plain : [...messages].slice(0, 1));
}

/**
 * The parser reports a missing quote or bracket at the end of the text. Editors need the line where it was opened: the
 * start of the innermost quoted or bracketed value around each error. Thousands of errors need one walk.
 */
function openedAt(errors: readonly YAMLError[], document: Document, source: string): number[] {
  const ranges: [start: number, end: number][] = [];
  visit(document, (_, node) => {
    const [start = 0, end = 0] = (isNode(node) ? node.range : undefined) ?? [];
    if (`"'[{`.includes(source[start] ?? ' ')) ranges.push([start, end]);
  });
  ranges.sort(([a], [b]) => a - b);
  const order = [...errors.keys()].sort((a, b) => errors[a]!.pos[0] - errors[b]!.pos[0]);
  const found = errors.map(({ pos }) => pos[0]);
  const open: [start: number, end: number][] = [];
  let next = 0;
  for (const index of order) {
    const [position] = errors[index]!.pos;
    for (; next < ranges.length && ranges[next]![0] < position; next++) open.push(ranges[next]!);
    // Values are in one another or apart, so what ended before this position is of no use to the next ones.
    while (open.length > 0 && open.at(-1)![1] < position) open.pop();
    const around = open.at(-1);
    if (around) found[index] = around[0];
  }
  return found;
}

/** What is wrong with a line shows at its start. The patterns below need the square of its length. */
const longestLine = 1000;

const withValue = /^[ \t]*(?:- +)*([^\s:：#][^:：]*?)[ \t]*:[ \t]+(\S.*?)\s*$/;
const withoutSpace = /^[ \t]*(?:- +)*([A-Za-z]\w*)[ \t]*(?::(?=\S)|=[ \t]*)(.+?)\s*$/;
const dashWithoutSpace = /^[ \t]*-([^\s-].*?)\s*$/;

/** What is wrong with a line that the parser could not read, if the line itself shows it. */
function lineMessage(line: string, names: Names): string | undefined {
  const [, key = '', value = ''] = withValue.exec(line) ?? [];
  const known = names.get(key);
  if (known && isText(known.field)) {
    const first = value.slice(0, 1);
    if (first === '"' || first === "'") {
      return `“${known.label}”里的英文引号要成对，并且包住整段内容。请写成 ${requoted(value, first)}。`;
    }
    if (yamlIndicators.includes(first)) return indicatorSentence(known.label, value);
    if (/:(?:\s|$)/.test(value)) {
      return `“${known.label}”的内容里有英文冒号。请给整段内容加上英文引号，写成 ${yamlQuoted(value)}，或改用中文冒号。`;
    }
  }
  if (known && /^-\s/.test(value)) {
    return `“${known.label}”要从下一行起一项一项地写，每项前面空两格，再写“- ”。`;
  }
  if (known && /^ /.test(line)) return '这一行前面的空格对不齐，请和同一项里的其他几行对齐。';
  const [, word = '', rest = ''] = withoutSpace.exec(line) ?? [];
  if (names.has(word)) return `“${word}”后面要有英文冒号和一个空格，请写成“${word}: ${rest}”。`;
  const item = dashWithoutSpace.exec(line)?.[1];
  if (item !== undefined) return `短横“-”后面少一个空格，请写成${quoted(`- ${item}`)}。`;
  if (!/[:#]/.test(line) && !/^\s*-/.test(line) && line.trim() !== '') {
    return `这一行${quoted(line.trim())}前面没有名称。请接到它所属的内容后面，写在同一行；用不着就删去，备注前面要加“#”。`;
  }
  return undefined;
}

const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'longText';

/** The value with correct quotes: a single extra quote is removed, several are part of the text. */
function requoted(value: string, quote: string): string {
  const inner = value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value.slice(1);
  const isWhole = inner.split(quote).length > 2 || inner.trim() === '';
  const closesInside = !value.endsWith(quote) && inner.includes(quote);
  return yamlQuoted(isWhole || closesInside ? value : inner);
}

const unclear =
  '这一行读不懂，请检查英文冒号、引号和行首的空格；内容里有特别的符号时，给整段内容加上英文引号。';

function errorMessage(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return '这一项写了两遍，请删去一个。';
    case 'TAB_AS_INDENT':
      return '行首用了制表符（Tab），请改成空格。';
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return '这一行读不懂：请检查缩进，并在英文冒号后加一个空格；内容里有冒号时，给整段内容加上英文引号。';
    case 'MISSING_CHAR':
      return /quote|flow|[\])}]/i.test(error.message) ? '引号或括号没有成对，请补上另一半。' : unclear;
    default:
      return unclear;
  }
}
