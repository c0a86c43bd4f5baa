import { isNode, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { ParsedFrontMatter } from './entry-file.ts';
import type { Field, Fields } from '../fields.ts';
import { namesIn } from './front-matter-faults.ts';
import type { Names } from './front-matter-faults.ts';
import { indicatorSentence, yamlQuoted, yamlIndicators } from './yaml-quotes.ts';
import { quoted } from '../problems.ts';

/**
 * A sentence for each line of the file that the parser could not read. It says several things about one quote too many,
 * in English and of tokens; the line itself mostly shows what was meant.
 */
export function yamlSyntaxErrors(
  { document, errors, lineAt }: ParsedFrontMatter,
  source: string,
  fields: Fields,
): Map<number, string> {
  const lines = source.split(/\r?\n/);
  const names = namesIn(fields);
  const said = new Map<number, string>();
  for (const error of errors) {
    const line = lineAt(beginningOf(error, document, source));
    const own = error.code === 'DUPLICATE_KEY' ? undefined : unreadableLine(lines[line - 2] ?? '', names);
    if (!said.has(line)) said.set(line, own ?? yamlSentence(error));
  }
  // What follows from a line that is understood is not worth a riddle, and one riddle is enough.
  const plain = [...said].filter(([, message]) => message !== unclear);
  return new Map(plain.length > 0 ? plain : [...said].slice(0, 1));
}

/** The parser misses the other half where the text ends; the editor looks for it where it was opened. */
function beginningOf(error: YAMLError, document: Document, source: string): number {
  const [position] = error.pos;
  let opened = -1;
  visit(document, (_, node) => {
    const [start = 0, end = 0] = (isNode(node) ? node.range : undefined) ?? [];
    if (`"'[{`.includes(source[start] ?? ' ') && start < position && end >= position) {
      opened = Math.max(opened, start);
    }
  });
  return opened === -1 ? position : opened;
}

const withValue = /^[ \t]*(?:- +)*([^\s:：#][^:：]*?)[ \t]*:[ \t]+(\S.*?)\s*$/;
const withoutBlank = /^[ \t]*(?:- +)*([A-Za-z]\w*)[ \t]*(?::(?=\S)|=[ \t]*)(.+?)\s*$/;
const dashWithoutBlank = /^[ \t]*-([^\s-].*?)\s*$/;

/** What is wrong with a line that the parser could not read, as far as the line itself shows it. */
function unreadableLine(line: string, names: Names): string | undefined {
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
  const [, word = '', rest = ''] = withoutBlank.exec(line) ?? [];
  if (names.has(word)) return `“${word}”后面要有英文冒号和一个空格，请写成“${word}: ${rest}”。`;
  const item = dashWithoutBlank.exec(line)?.[1];
  if (item !== undefined) return `短横“-”后面少一个空格，请写成${quoted(`- ${item}`)}。`;
  if (!/[:#]/.test(line) && !/^\s*-/.test(line) && line.trim() !== '') {
    return `这一行${quoted(line.trim())}前面没有名称。请接到它所属的内容后面，写在同一行；用不着就删去，备注前面要加“#”。`;
  }
  return undefined;
}

const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'longText';

/** What was meant in quotes: one lost or left over goes, several belong to the text. */
function requoted(value: string, quote: string): string {
  const inner = value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value.slice(1);
  const isWhole = inner.split(quote).length > 2 || inner.trim() === '';
  const closesInside = !value.endsWith(quote) && inner.includes(quote);
  return yamlQuoted(isWhole || closesInside ? value : inner);
}

const unclear =
  '这一行读不懂，请检查英文冒号、引号和行首的空格；内容里有特别的符号时，给整段内容加上英文引号。';

function yamlSentence(error: YAMLError): string {
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
