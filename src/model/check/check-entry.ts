import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { partAnchors } from '../addresses/entry-addresses.ts';
import { closestAnchorName } from '../addresses/entry-anchors.ts';
import { collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import type { Collection } from '../define-collection.ts';
import { pictureKindFault } from '../files/file-facts.ts';
import { parseFrontMatter, splitEntry } from '../front-matter/entry-file.ts';
import { fenceFaults } from '../front-matter/front-matter-fences.ts';
import { lineFaults } from '../front-matter/front-matter-faults.ts';
import type { BodyContext, CheckedEntry, ReadBody } from './checked-entry.ts';
import { placeholdersIn } from './placeholder-text.ts';
import type { Problem } from '../problems.ts';
import { inPart, partPlace, quoted, withoutRepetition } from '../problems.ts';
import { readFields } from '../front-matter/read-field.ts';
import { coercedValues } from '../front-matter/coerced-values.ts';
import { yamlSyntaxErrors } from '../front-matter/yaml-syntax-errors.ts';

/** Checks one file against the description of its collection and reports every problem in it. */
export function checkEntry<Body extends ReadBody>(
  name: CollectionName,
  file: string,
  text: string,
  renderBody: (markdown: string, context: BodyContext) => Body,
): { entry?: CheckedEntry<Body>; problems: Problem[] } {
  const collection = collectionOf(name);
  const split = splitEntry(text);
  if (!split) {
    return { problems: fenceFaults(text).map((fault) => ({ file, ...fault })) };
  }
  const problems: Problem[] = [];
  const parsed = parseFrontMatter(split.frontMatter);
  const { document, errors, lineAt } = parsed;
  const faults =
    parsed.excess === undefined ? lineFaults(split.frontMatter, document, collection.fields) : [];
  // The opening fence is line 1 of the file.
  for (const { line, message } of faults) problems.push({ file, line: line + 1, message });
  const faulty = new Set(faults.map(({ line }) => line + 1));
  for (const [line, message] of yamlSyntaxErrors(parsed, split.frontMatter, collection.fields)) {
    // The parser reports an error on the faulty line or on the next one.
    if ([line - 1, line, line + 1].some((near) => faulty.has(near))) continue;
    problems.push({ file, line, message });
  }

  const lines = Object.create(null) as Record<string, number>;
  const lineOf = (node: Node | undefined): number => (node?.range ? lineAt(node.range[0]) : 1);
  let data: Record<string, unknown> = {};
  if (errors.length === 0 && faults.length === 0 && document.contents) {
    const coerced = coercedValues(collection.fields, document.contents, split.frontMatter);
    const reported = new Set<unknown>(coerced.map(({ node }) => node));
    for (const { node, label, message } of coerced)
      problems.push({ file, line: lineOf(node), label, message });
    data = readFields(collection.fields, document.contents, (node, label, message) => {
      if (reported.has(node)) return;
      // A missing field has no line of its own, so it is reported on the first line.
      problems.push({ file, line: node === document.contents ? 1 : lineOf(node), label, message });
    });
    visitFields(document.contents, (path, node) => (lines[path] = lineOf(node)));
  } else if (errors.length === 0 && faults.length === 0) {
    const label = collection.fields[collection.title]?.label ?? '';
    problems.push({ file, line: 1, label, message: `各项都还没有填写，请从“${label}”开始填写。` });
  }
  for (const problem of daysOutOfOrder(collection, data, lines, file)) problems.push(problem);

  const rendered = renderBody(split.body, {
    places: partAnchors(collection, data),
    nearest: closestAnchorName,
  });
  for (const { line, message } of rendered.problems) {
    problems.push({ file, line: split.bodyLine + line - 1, label: '正文', message });
  }
  for (const { line, text, pieces } of rendered.passages ?? []) {
    for (const { seen, fix } of placeholdersIn(text, pieces)) {
      const message = `${quoted(seen)}是还没有写好的地方，读者会看到它。${fix}`;
      problems.push({ file, line: split.bodyLine + line - 1, label: '正文', message });
    }
  }
  for (const { src, line } of rendered.pictures) {
    const message = pictureKindFault(src);
    if (message !== undefined)
      problems.push({ file, line: split.bodyLine + line - 1, label: '正文', message });
  }
  const isBlank = split.body.trim() === '';
  const body = Object.values(collection.fields).find((field) => field.kind === 'markdown');
  // If the renderer dropped something from the body, it has reported that.
  const seen = rendered.empty !== true || rendered.problems.length > 0;
  if (body && !body.optional && (isBlank || !seen)) {
    problems.push({
      file,
      line: split.bodyLine,
      label: body.label,
      message: `“${body.label}”是空的，请写上内容。`,
    });
  }
  const { body: markdown, bodyLine } = split;
  const entry = { collection: name, file, data, body: markdown, isBlank, bodyLine, rendered, lines };
  return { entry, problems: withoutRepetition(problems).map((problem) => withBodyLine(problem, entry)) };
}

/** Adds the line counted from the start of the body to a problem in the body. */
export function withBodyLine(
  problem: Problem,
  { isBlank, bodyLine }: Pick<CheckedEntry, 'isBlank' | 'bodyLine'>,
): Problem {
  const { line } = problem;
  return line === undefined || line < bodyLine || isBlank
    ? problem
    : { ...problem, bodyLine: line - bodyLine + 1 };
}

/** Collects the node of each field by its path: `log`, `log.2`, `log.2.state`. */
function visitFields(node: Node, visit: (path: string, node: Node) => void, above = ''): void {
  const inner: [unknown, unknown][] = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value])
    : isSeq(node)
      ? node.items.map((item, index) => [index, item])
      : [];
  for (const [name, value] of inner) {
    if (!isNode(value)) continue;
    visit(`${above}${String(name)}`, value);
    visitFields(value, visit, `${above}${String(name)}.`);
  }
}

function daysOutOfOrder(
  collection: Collection,
  data: Readonly<Record<string, unknown>>,
  lines: Readonly<Record<string, number>>,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const walk = (
    fields: Collection['fields'],
    values: Readonly<Record<string, unknown>>,
    above = '',
    place = '',
  ): void => {
    for (const [name, field] of Object.entries(fields)) {
      const value = values[name];
      if (field.kind === 'parts' && Array.isArray(value)) {
        value.forEach((part, index) => {
          const inner = partPlace(field.label, index, place);
          walk(field.fields, part as Record<string, unknown>, `${above}${name}.${String(index)}.`, inner);
        });
      }
      if (field.kind !== 'day' || field.notBefore === undefined || typeof value !== 'string') continue;
      const earlier = values[field.notBefore];
      if (typeof earlier !== 'string' || value >= earlier.slice(0, 10)) continue;
      const other = fields[field.notBefore]?.label ?? field.notBefore;
      const message = `“${field.label}”（${value}）早于“${other}”（${earlier.slice(0, 10)}），请核对两个日期。`;
      problems.push({
        file,
        line: lines[above + name] ?? 1,
        label: field.label,
        message: inPart(place, message),
      });
    }
  };
  walk(collection.fields, data);
  return problems;
}
