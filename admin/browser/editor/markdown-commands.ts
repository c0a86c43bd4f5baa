import { EditorSelection } from '@codemirror/state';
import type { ChangeSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { placeholderTexts } from '../../../src/model/check/placeholder-text.ts';

export type Command = (view: EditorView) => boolean;

/** Wraps the selection in marks, or removes them if they are there. */
function wrapSelection(before: string, after: string, placeholder: string): Command {
  return (view) => {
    const change = view.state.changeByRange((range) => {
      const { doc } = view.state;
      const outer = doc.sliceString(range.from - before.length, range.from) === before;
      if (outer && doc.sliceString(range.to, range.to + after.length) === after) {
        return {
          changes: [
            { from: range.from - before.length, to: range.from },
            { from: range.to, to: range.to + after.length },
          ],
          range: EditorSelection.range(range.from - before.length, range.to - before.length),
        };
      }
      const text = doc.sliceString(range.from, range.to) || placeholder;
      const from = range.from + before.length;
      return {
        changes: { from: range.from, to: range.to, insert: `${before}${text}${after}` },
        range: EditorSelection.range(from, from + text.length),
      };
    });
    view.dispatch(change, { scrollIntoView: true, userEvent: 'input' });
    view.focus();
    return true;
  };
}

/** Adds a prefix to each selected line, or removes it if all lines have it. */
function toggleLinePrefix(mark: (index: number) => string, present: RegExp): Command {
  return (view) => {
    const { doc, selection } = view.state;
    const first = doc.lineAt(selection.main.from).number;
    const last = doc.lineAt(selection.main.to).number;
    const chosen = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
    const all = chosen.every(({ text }) => present.test(text));
    const changes: ChangeSpec[] = chosen.map(({ from, text }, index) => {
      const old = /^(#{1,6} |> |- |\d+\. )/.exec(text)?.[0] ?? '';
      return { from, to: from + old.length, insert: all ? '' : mark(index) };
    });
    view.dispatch({ changes, scrollIntoView: true, userEvent: 'input' });
    view.focus();
    return true;
  };
}

/** Inserts a block with empty lines around it, and selects the text `select` in it. */
export function insertBlock(block: string, select: string): Command {
  return (view) => {
    const { doc, selection } = view.state;
    const line = doc.lineAt(selection.main.to);
    const lead = line.text.trim() === '' ? '' : '\n\n';
    const follows = line.number < doc.lines && doc.line(line.number + 1).text.trim() !== '';
    const insert = `${lead}${block}\n${follows ? '\n' : ''}`;
    const from = line.to + insert.indexOf(select);
    view.dispatch({
      changes: { from: line.to, insert },
      selection: { anchor: from, head: from + select.length },
      scrollIntoView: true,
      userEvent: 'input',
    });
    view.focus();
    return true;
  };
}

export const boldText = wrapSelection('**', '**', placeholderTexts.bold);
export const link = wrapSelection('[', '](https://)', placeholderTexts.link);
export const heading = toggleLinePrefix(() => '## ', /^## /);
export const list = toggleLinePrefix(() => '- ', /^- /);
export const numbered = toggleLinePrefix((index) => `${String(index + 1)}. `, /^\d+\. /);
export const quote = toggleLinePrefix(() => '> ', /^> /);
export const table = insertBlock(
  `| 项目 | 内容 |\n| --- | --- |\n| 第一项 | ${placeholderTexts.cell} |`,
  '项目',
);
export const callout = insertBlock(`:::提示\n${placeholderTexts.callout}\n:::`, placeholderTexts.callout);

/** Inserts a footnote reference at the cursor and its text at the end, with the next free number. */
export const footnote: Command = (view) => {
  const text = view.state.doc.toString();
  const numbers = [...text.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
  const mark = `[^${String(Math.max(0, ...numbers) + 1)}]`;
  const at = view.state.selection.main.to;
  const words = placeholderTexts.footnote;
  const end = text.trimEnd().length;
  const note = `${end === 0 ? '' : '\n\n'}${mark}: ${words}\n`;
  view.dispatch({
    changes: [
      { from: at, insert: mark },
      { from: Math.max(end, at), to: text.length, insert: note },
    ],
    selection: {
      anchor: Math.max(end, at) + mark.length + note.length - words.length - 1,
      head: Math.max(end, at) + mark.length + note.length - 1,
    },
    scrollIntoView: true,
    userEvent: 'input',
  });
  view.focus();
  return true;
};
