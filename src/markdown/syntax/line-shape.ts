import { labelIn, lineStart } from './line-starts.ts';
import type { LineStart } from './line-starts.ts';
import { standaloneKind } from './standalone-lines.ts';
import type { StandaloneKind } from './standalone-lines.ts';

export interface WrittenLine {
  /** As readers see it, without markup. */
  text: string;
  /** The whole line is bold, like headings in WeChat, or one link. */
  isSingleSpan?: boolean;
}

/** What is known of a line without its neighbours. */
export interface LineShape {
  text: string;
  /** In columns: a Chinese character has two. */
  width: number;
  /** Width of the first word, which cannot be wrapped: one Chinese character, or all of `PDCA`. */
  firstWordWidth: number;
  start: LineStart | undefined;
  /** Starts with a label, a number or a bullet. */
  isMarked: boolean;
  standalone: StandaloneKind | undefined;
  end: 'sentence' | 'open';
}

/** A line that ends like this must continue, as “定于” needs a date. */
export const mustContinue =
  /(?:[，、（“—于在为是至到从自即以及和与或的]|按照|根据|依照|关于|通过|由于|对于|并且|而且|因为)$/;

export function lineShape(written: WrittenLine, isFirst: boolean): LineShape {
  const text = written.text.trim();
  const start = lineStart(text);
  const isEnd = /[。！？!?；;…：:][”’」』）)》】]*$/.test(text);
  // A value follows “工具：”, and words follow “他说：”.
  const isWaiting = /[：:]$/.test(text) && (labelIn(text) ?? text).length < 10 && !/[，。；、]/.test(text);
  return {
    text,
    width: widthOf(text),
    firstWordWidth: widthOf(/^[\w.%-]+|^[“‘（《「【]*./u.exec(text)?.[0] ?? ''),
    start,
    isMarked: start !== undefined && start.needs !== 'sentence end',
    standalone:
      standaloneKind(text, isFirst) ??
      (written.isSingleSpan && !mustContinue.test(text) ? 'title' : undefined),
    end: isEnd && !isWaiting ? 'sentence' : 'open',
  };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2000' ? 2 : 1;
  return width;
}
