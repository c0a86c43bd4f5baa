import type { MarkdownIt, StateBlock } from 'markdown-it';
import { lineOf, reportProblem } from '../render-env.ts';

const definition = /^[:：][ \t\u3000]+(?=\S)/;
// A line that starts another block cannot be a term.
const otherBlock = /^(?:[#>|]|[-*+][ \t]|\d+[.)][ \t]|:{3}|```|~~~|\[\^)/;

/**
 * Definition lists as in PHP Markdown Extra and Pandoc: a term on its own line, followed by one or more lines that
 * start with `: `. A definition continues until an empty line or the next definition.
 */
export function definitionLists(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'definition_list', (state, startLine, endLine, silent) => {
    if (silent || !isTerm(state, startLine, endLine)) return false;
    state.push('dl_open', 'dl', 1).map = [startLine, startLine];
    let line = startLine;
    for (;;) {
      pushItem(state, 'dt', line, line + 1, lineText(state, line));
      line++;
      while (isDefinition(state, line, endLine)) {
        const first = line;
        const lines = [lineText(state, line++).replace(definition, '')];
        while (continuesDefinition(state, line, endLine)) lines.push(lineText(state, line++));
        pushItem(state, 'dd', first, line, lines.join('\n'));
        // An empty line between two definitions or two terms belongs to neither.
        const next = state.skipEmptyLines(line);
        if (isDefinition(state, next, endLine) || isTerm(state, next, endLine)) line = next;
      }
      if (!isTerm(state, line, endLine)) break;
    }
    state.push('dl_close', 'dl', -1);
    state.line = line;
    return true;
  });

  // A “: ” without a term stays in its paragraph, and readers would see it.
  md.core.ruler.after('block', 'stray_definitions', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
      token.content.split('\n').forEach((line, offset) => {
        const mark = definition.exec(line)?.[0].trim();
        if (mark === undefined) return;
        reportProblem(
          state.env,
          lineOf(token) + offset,
          `这一行以“${mark}”开头，读者会看到它。要解释一个词，请把词单独写在上一行，词的前面空一行；不是解释，请删去“${mark}”。`,
        );
      });
    });
  });
}

const lineText = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);

const isText = (state: StateBlock, line: number, endLine: number): boolean =>
  line < endLine && !state.isEmpty(line) && state.sCount[line]! >= state.blkIndent;

const isDefinition = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) && definition.test(lineText(state, line));

const continuesDefinition = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) &&
  !isDefinition(state, line, endLine) &&
  !isTerm(state, line, endLine) &&
  !otherBlock.test(lineText(state, line));

const isTerm = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) &&
  // An indented line belongs to the definition above.
  state.sCount[line]! - state.blkIndent < 2 &&
  isDefinition(state, line + 1, endLine) &&
  !isDefinition(state, line, endLine) &&
  !otherBlock.test(lineText(state, line));

function pushItem(state: StateBlock, tag: 'dt' | 'dd', first: number, end: number, content: string): void {
  state.push(`${tag}_open`, tag, 1).map = [first, end];
  Object.assign(state.push('inline', '', 0), { content: content.trim(), map: [first, end], children: [] });
  state.push(`${tag}_close`, tag, -1);
}
