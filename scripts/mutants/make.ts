import ts from 'typescript';
import { replacementsFor } from './operators.ts';

/** One small wrong change: these characters of a file, and what stands there instead. */
export interface Mutant {
  file: string;
  line: number;
  /** The line as it stands, without its indent, and where in it the change begins. */
  code: string;
  column: number;
  kind: string;
  start: number;
  end: number;
  was: string;
  becomes: string;
}

/** Every mutant of a file. Types, imports and what only developers read are left alone. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split('\n');
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    for (const { kind, at = node, becomes } of replacementsFor(node)) {
      const [start, end] = [at.getStart(source), at.getEnd()];
      const was = text.slice(start, end);
      if (was === becomes) continue;
      const line = source.getLineAndCharacterOfPosition(start).line;
      const whole = lines[line] ?? '';
      const code = whole.trim();
      const column = start - (source.getLineStarts()[line] ?? 0) - whole.indexOf(code);
      found.push({ file, line: line + 1, code, column, kind, start, end, was, becomes });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export const mutated = (text: string, { start, end, becomes }: Mutant): string =>
  text.slice(0, start) + becomes + text.slice(end);

/** The change in one line: a removed statement is shown by its beginning. */
export const shownChange = ({ was, becomes }: Mutant): string =>
  `${short(was)} → ${short(becomes) || '(nothing)'}`;

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 70)}…` : line;
}

function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  // The wording of errors for developers is nobody's behaviour.
  if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
    return !/\p{Script=Han}/u.test(node.getText());
  return (
    ts.isCallExpression(node) && /^(?:console|process\.std(?:out|err))\./.test(node.expression.getText())
  );
}
