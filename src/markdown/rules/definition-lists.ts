import type { MarkdownIt, StateBlock } from 'markdown-it';
import { lineOf, reportProblem } from '../render-env.ts';

const definition = /^[:：][ \t\u3000]+(?=\S)/;
// What cannot be a word to explain: the beginning of another block.
const otherBlock = /^(?:[#>|]|[-*+][ \t]|\d+[.)][ \t]|:{3}|```|~~~|\[\^)/;

/**
 * A list of words and what they mean, as in PHP Markdown Extra and Pandoc: the word on a line of its own, below it
 * `: ` and the explanation, as often as needed. An explanation goes on until an empty line or the next one.
 */
export function definitionLists(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'definitions', (state, startLine, endLine, silent) => {
    if (silent || !isWord(state, startLine, endLine)) return false;
    state.push('dl_open', 'dl', 1).map = [startLine, startLine];
    let line = startLine;
    for (;;) {
      piece(state, 'dt', line, line + 1, textOf(state, line));
      line++;
      while (isDefinition(state, line, endLine)) {
        const first = line;
        const written = [textOf(state, line++).replace(definition, '')];
        while (goesOn(state, line, endLine)) written.push(textOf(state, line++));
        piece(state, 'dd', first, line, written.join('\n'));
        // An empty line between two explanations, or between two words, belongs to neither.
        const next = state.skipEmptyLines(line);
        if (isDefinition(state, next, endLine) || isWord(state, next, endLine)) line = next;
      }
      if (!isWord(state, line, endLine)) break;
    }
    state.push('dl_close', 'dl', -1);
    state.line = line;
    return true;
  });

  // A “: ” that explains nothing stays in its paragraph, and readers would see it.
  md.core.ruler.after('block', 'stray_definitions', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
      token.content.split('\n').forEach((written, offset) => {
        const mark = definition.exec(written)?.[0].trim();
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

const textOf = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);

const isText = (state: StateBlock, line: number, endLine: number): boolean =>
  line < endLine && !state.isEmpty(line) && state.sCount[line]! >= state.blkIndent;

const isDefinition = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) && definition.test(textOf(state, line));

const goesOn = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) &&
  !isDefinition(state, line, endLine) &&
  !isWord(state, line, endLine) &&
  !otherBlock.test(textOf(state, line));

const isWord = (state: StateBlock, line: number, endLine: number): boolean =>
  isText(state, line, endLine) &&
  // Indented, it belongs to the explanation above.
  state.sCount[line]! - state.blkIndent < 2 &&
  isDefinition(state, line + 1, endLine) &&
  !isDefinition(state, line, endLine) &&
  !otherBlock.test(textOf(state, line));

function piece(state: StateBlock, tag: 'dt' | 'dd', first: number, end: number, content: string): void {
  state.push(`${tag}_open`, tag, 1).map = [first, end];
  Object.assign(state.push('inline', '', 0), { content: content.trim(), map: [first, end], children: [] });
  state.push(`${tag}_close`, tag, -1);
}
