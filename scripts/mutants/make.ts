import ts from 'typescript';
import { replacementsFor } from './operators.ts';

/** One small wrong change: a range of a file and its replacement. */
export interface Mutant {
  file: string;
  line: number;
  /** The original line without its indent, and the column in it where the change begins. */
  code: string;
  column: number;
  mutator: string;
  start: number;
  end: number;
  original: string;
  replacement: string;
}

/** Every mutant of a file. Skips types, imports and messages that only developers read. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isSkipped(node)) return;
    for (const { mutator, at = node, replacement } of replacementsFor(node)) {
      const [start, end] = [at.getStart(source), at.getEnd()];
      const original = text.slice(start, end);
      if (original === replacement) continue;
      const line = source.getLineAndCharacterOfPosition(start).line;
      const fullLine = lines[line] ?? '';
      const code = fullLine.trim();
      const column = start - (source.getLineStarts()[line] ?? 0) - fullLine.indexOf(code);
      found.push({ file, line: line + 1, code, column, mutator, start, end, original, replacement });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export const mutated = (text: string, { start, end, replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** The change in one line; long code is cut. */
export const shownChange = ({ original, replacement }: Mutant): string =>
  `${short(original)} → ${short(replacement) || '(nothing)'}`;

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 70)}…` : line;
}

function isSkipped(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  // The wording of developers' errors is no behaviour. Chinese messages are for users.
  if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
    return !/\p{Script=Han}/u.test(node.getText());
  return (
    ts.isCallExpression(node) && /^(?:console|process\.std(?:out|err))\./.test(node.expression.getText())
  );
}
