import type { MarkdownIt } from 'markdown-it';
import { reportProblem } from '../render-env.ts';
import { endsWithSurname } from '../../model/text/surnames.ts';
import { fullwidthLinks } from '../syntax/fullwidth-links.ts';
import { asciiLineMarks, toHalfwidth } from '../syntax/fullwidth-line-marks.ts';

/**
 * A Chinese input method types ［^2］, ＊＊粗＊＊ and ＃＃ where Markdown needs ASCII. These marks are converted where
 * they can mean nothing else. Where they can, a problem is reported or the text stays as it is. Code is not changed, and
 * the number of lines stays the same.
 */
export function fullwidthMarks(md: MarkdownIt): void {
  md.core.ruler.after('pasted_whitespace', 'fullwidth_marks', (state) => {
    let line = 0;
    const report = (message: string) => {
      reportProblem(state.env, line + 1, message);
    };
    const result = segments(state.src.split('\n')).flatMap(({ lines, code }) => {
      if (code) {
        line += lines.length;
        return lines;
      }
      return asciiLineMarks(lines).map((text) => {
        const converted = outsideCode(text.replace(/｀([^｀\n]+)｀/g, '`$1`'), (piece) =>
          convertInline(piece, report),
        );
        line++;
        return converted.replace(/^([ \t>]*\[\^[^\]\s]+\])：/, '$1:');
      });
    });
    state.src = result.join('\n');
  });
}

interface Segment {
  lines: string[];
  code: boolean;
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,}|｀{3,})/;

/** Splits the lines into fenced code and everything else. */
function segments(lines: readonly string[]): Segment[] {
  const found: Segment[] = [{ lines: [], code: false }];
  let open: string | undefined;
  for (const line of lines) {
    const marks = fence.exec(line)?.[1];
    const last = found.at(-1)!;
    if (open !== undefined) {
      last.lines.push(
        line.replace(
          /^([ \t>]*)(｀{3,})[ \t]*$/,
          (_line, lead: string, typed: string) => lead + toHalfwidth(typed),
        ),
      );
      const closes =
        marks !== undefined && toHalfwidth(marks).startsWith(open) && /^[ \t>]*[`~｀]+[ \t]*$/.test(line);
      if (closes) [open] = [undefined, found.push({ lines: [], code: false })];
    } else if (marks !== undefined && !/[`｀]/.test(line.slice(line.indexOf(marks) + marks.length))) {
      open = toHalfwidth(marks);
      found.push({ lines: [line.replace(marks, open)], code: true });
    } else last.lines.push(line);
  }
  return found;
}

/** Applies a function to the parts of a line outside backticks. Every second part is code. */
const outsideCode = (line: string, convert: (part: string) => string): string =>
  line.includes('`')
    ? line
        .split(/(`+[^`]+`+)/)
        .map((part, at) => (at % 2 === 0 ? convert(part) : part))
        .join('')
    : convert(line);

function convertInline(text: string, report: (message: string) => void): string {
  if (!/[^\u0000-\u00ff]/.test(text)) return text;
  const plain = text
    .replace(
      /[[［【][\^＾]([^\][［］【】\s^＾]{1,40})[\]］】]/g,
      (_mark, name: string) => `[^${toHalfwidth(name)}]`,
    )
    .replace(/[\^＾]［([^［］\n]{1,400})］/g, '^[$1]')
    .replace(/(https?)[:：][/／]{2}/gi, '$1://')
    .replace(/＜((?:https?:\/\/|mailto:)[^＜＞\s]{1,400})＞/gi, '<$1>');
  return strikethrough(strong(fullwidthLinks(plain, report), report));
}

const wordStart = /(?:^|[\s\p{P}\p{S}])$/u;
const closing = /^[、，。；：！？）》”’\s]/;

/** ＊＊务必＊＊ is strong emphasis at the start of a word; after a surname or a digit it masks something: 李＊＊和王＊＊. */
function strong(text: string, report: (message: string) => void): string {
  return text.replace(/(?<!＊)＊＊([^＊\n]{1,200})＊＊(?!＊)/g, (written, inner: string, at: number) => {
    const before = text.slice(Math.max(0, at - 1), at);
    const touchesDigit = /\d/.test(
      before + inner.slice(0, 1) + text.slice(at + written.length, at + written.length + 1),
    );
    const masks = touchesDigit || closing.test(inner) || /\s$/.test(inner) || endsWithSurname(before);
    if (masks) return written;
    if (wordStart.test(before)) return `**${inner}**`;
    report(`“${written}”的星号是全角的，读者会看到它。要强调，请写成“**${inner}**”；是隐去的字，请写成“×”。`);
    return written;
  });
}

/** ～～旧办法～～ is strikethrough at the start of a word; between digits it means “until”, and 好～～呀～～ draws out a sound. */
const strikethrough = (text: string): string =>
  text.replace(/(?<!～)～～([^～\d\s][^～\n]{0,200})～～(?!～)/g, (written, inner: string, at: number) =>
    wordStart.test(text.slice(Math.max(0, at - 1), at)) && !/[\d\s]$/.test(inner) ? `~~${inner}~~` : written,
  );
