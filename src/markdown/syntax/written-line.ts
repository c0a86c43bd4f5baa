import { labelIn, lineStart } from './line-starts.ts';
import type { LineStart } from './line-starts.ts';
import { standaloneKind } from './standalone-lines.ts';
import type { StandaloneKind } from './standalone-lines.ts';

export interface WrittenLine {
  /** As readers see it, without marks. */
  text: string;
  /** All of it is bold, a heading in the manner of WeChat, or all of it is one link. */
  isOfOnePiece?: boolean;
}

/** What can be seen of a line without its neighbours. */
export interface LineShape {
  text: string;
  /** In columns: a Chinese character takes two. */
  width: number;
  /** Of the first word, which no column cuts: one Chinese character, or all of `PDCA`. */
  firstWord: number;
  start: LineStart | undefined;
  /** Begins with a label, a number or a bullet. */
  marked: boolean;
  alone: StandaloneKind | undefined;
  end: 'sentence' | 'open';
}

/** What wants a word behind it, as “定于” wants its date. */
export const endsInWord =
  /(?:[，、（“—于在为是至到从自即以及和与或的]|按照|根据|依照|关于|通过|由于|对于|并且|而且|因为)$/;

export function lineShape(written: WrittenLine, isFirst: boolean): LineShape {
  const text = written.text.trim();
  const start = lineStart(text);
  const isEnd = /[。！？!?；;…：:][”’」』）)》】]*$/.test(text);
  // “工具：” waits for its value, “他说：” for the words.
  const isWaiting = /[：:]$/.test(text) && (labelIn(text) ?? text).length < 10 && !/[，。；、]/.test(text);
  return {
    text,
    width: widthOf(text),
    firstWord: widthOf(/^[\w.%-]+|^[“‘（《「【]*./u.exec(text)?.[0] ?? ''),
    start,
    marked: start !== undefined && start.needs !== 'an end',
    alone:
      standaloneKind(text, isFirst) ?? (written.isOfOnePiece && !endsInWord.test(text) ? 'title' : undefined),
    end: isEnd && !isWaiting ? 'sentence' : 'open',
  };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2000' ? 2 : 1;
  return width;
}
