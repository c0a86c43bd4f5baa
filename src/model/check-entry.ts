import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import { collectionOf } from './collections.ts';
import type { CollectionName } from './collections.ts';
import type { Collection } from './collection.ts';
import { pictureKindFault } from './file-facts.ts';
import { parseFrontMatter, splitEntry } from './entry-file.ts';
import type { Problem } from './problems.ts';
import { partPlace, quoted } from './problems.ts';
import { readFields } from './read-field.ts';

/** What the checker asks of a body. The renderer answers it; the model knows no renderer. */
export interface ReadBody {
  headings: readonly { slug: string; text: string }[];
  links: readonly { href: string; line: number }[];
  pictures: readonly { src: string; line: number }[];
  problems: readonly { line: number; message: string }[];
  /** Readers would see nothing of it: a body of comments is as empty as one of blanks. */
  empty?: boolean;
}

/** An entry as far as one file alone can tell. */
export interface CheckedEntry<Body extends ReadBody = ReadBody> {
  collection: CollectionName;
  /** `content/activities/2026/0315-lianxi-huiyi/index.md` */
  file: string;
  /** Only what was right: fields with a problem are missing here. */
  data: Readonly<Record<string, unknown>>;
  /** The Markdown as written. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  rendered: Body;
  /** Line of the file for each field that is present, for sentences about it; parts as `log.2` and `log.2.state`. */
  lines: Readonly<Record<string, number>>;
}

/** Reads one file against its collection's description. Every problem in it, whether or not there is a way on. */
export function checkEntry<Body extends ReadBody>(
  name: CollectionName,
  file: string,
  text: string,
  renderBody: (markdown: string) => Body,
): { entry?: CheckedEntry<Body>; problems: Problem[] } {
  const collection = collectionOf(name);
  const split = splitEntry(text);
  if (!split) {
    const message = '开头要有两条 --- 线，标题等各项写在两条线之间，正文写在下面一条线之后。';
    return { problems: [{ file, line: 1, message }] };
  }
  const problems: Problem[] = [];
  const { document, errors, lineAt } = parseFrontMatter(split.frontMatter);
  for (const error of errors) {
    problems.push({ file, line: lineAt(beginningOf(error, document)), message: yamlSentence(error) });
  }

  const lines: Record<string, number> = {};
  const lineOf = (node: Node | undefined): number => (node?.range ? lineAt(node.range[0]) : 1);
  let data: Record<string, unknown> = {};
  if (errors.length === 0 && document.contents) {
    data = readFields(collection.fields, document.contents, (node, label, message) =>
      // A missing field has no place of its own: it is said of the line where the fields begin.
      problems.push({ file, line: node === document.contents ? 1 : lineOf(node), label, message }),
    );
    noteLines(document.contents, (path, node) => (lines[path] = lineOf(node)));
  } else if (errors.length === 0) {
    problems.push({ file, line: 1, message: '两条 --- 线之间是空的，请至少填写标题。' });
  }
  problems.push(...outOfOrder(collection, data, lines, file));

  const rendered = renderBody(split.body);
  for (const { line, message } of rendered.problems) {
    problems.push({ file, line: split.bodyLine + line - 1, label: '正文', message });
  }
  for (const { src, line } of rendered.pictures) {
    const message = pictureKindFault(src);
    if (message !== undefined)
      problems.push({ file, line: split.bodyLine + line - 1, label: '正文', message });
  }
  const body = Object.values(collection.fields).find((field) => field.kind === 'markdown');
  // What was left out of the body has its own sentence.
  const seen = rendered.empty !== true || rendered.problems.length > 0;
  if (body && !body.optional && (split.body.trim() === '' || !seen)) {
    problems.push({
      file,
      line: split.bodyLine,
      label: body.label,
      message: `“${body.label}”是空的，请写上内容。`,
    });
  }
  return {
    entry: { collection: name, file, data, body: split.body, bodyLine: split.bodyLine, rendered, lines },
    problems,
  };
}

/** The parser misses a closing quote where the text ends; the editor looks for it where it was opened. */
function beginningOf(error: YAMLError, document: Document): number {
  const [position] = error.pos;
  if (error.code !== 'MISSING_CHAR' || !isMap(document.contents)) return position;
  const starts = document.contents.items.map((pair) => (pair.value as Node | null)?.range?.[0] ?? 0);
  return Math.max(0, ...starts.filter((start) => start < position));
}

/** Fields by their name, parts and what is in them by their place: `log`, `log.2`, `log.2.state`. */
function noteLines(node: Node, note: (path: string, node: Node) => void, above = ''): void {
  const inner: [unknown, unknown][] = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value])
    : isSeq(node)
      ? node.items.map((item, index) => [index, item])
      : [];
  for (const [name, value] of inner) {
    if (!isNode(value)) continue;
    note(`${above}${String(name)}`, value);
    noteLines(value, note, `${above}${String(name)}.`);
  }
}

function outOfOrder(
  collection: Collection,
  data: Readonly<Record<string, unknown>>,
  lines: Readonly<Record<string, number>>,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const look = (
    fields: Collection['fields'],
    values: Readonly<Record<string, unknown>>,
    above = '',
    place = '',
  ): void => {
    for (const [name, field] of Object.entries(fields)) {
      const value = values[name];
      if (field.kind === 'parts' && Array.isArray(value)) {
        value.forEach((part, index) => {
          const beginning = `${partPlace(field.label, index)}：`;
          look(field.fields, part as Record<string, unknown>, `${above}${name}.${String(index)}.`, beginning);
        });
      }
      if (field.kind !== 'day' || field.notBefore === undefined || typeof value !== 'string') continue;
      const earlier = values[field.notBefore];
      if (typeof earlier !== 'string' || value >= earlier.slice(0, 10)) continue;
      const other = fields[field.notBefore]?.label ?? field.notBefore;
      const message = `${place}“${field.label}”（${value}）早于“${other}”（${earlier.slice(0, 10)}），请核对两个日期。`;
      problems.push({ file, line: lines[above + name] ?? 1, label: field.label, message });
    }
  };
  look(collection.fields, data);
  return problems;
}

/** What the YAML parser met, in an editor's words. Its own messages are English and speak of tokens. */
function yamlSentence(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return '这一项写了两遍，请删去一个。';
    case 'TAB_AS_INDENT':
      return '行首用了制表符（Tab），请改成空格。';
    case 'MISSING_CHAR':
      return '引号或括号没有成对，请补上另一半。';
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return '这一行读不懂：请检查缩进，并在英文冒号后加一个空格；内容里有冒号时，给整段内容加上英文引号。';
    default:
      return `这一行读不懂，请检查英文冒号、引号和缩进（${quoted(error.code)}）。`;
  }
}
