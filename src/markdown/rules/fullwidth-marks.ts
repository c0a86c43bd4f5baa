import type { MarkdownIt } from 'markdown-it';
import { reportProblem } from '../render-env.ts';
import { endsWithSurname } from '../../model/text/surnames.ts';
import { fullwidthLinks } from '../syntax/fullwidth-links.ts';
import { asciiLineMarks, half } from '../syntax/fullwidth-line-marks.ts';

/**
 * A Chinese input method writes ［^2］, ＊＊粗＊＊ and ＃＃ where Markdown asks for signs of ASCII. They are taken as
 * they were meant where nothing else can be meant; where something else can, the editor gets a sentence or the text
 * stays. Code is left as it is, and the number of lines stays.
 */
export function fullwidthMarks(md: MarkdownIt): void {
  md.core.ruler.after('pasted_text', 'typed_marks', (state) => {
    let line = 0;
    const say = (message: string) => {
      reportProblem(state.env, line + 1, message);
    };
    const made = stretches(state.src.split('\n')).flatMap(({ lines, code }) => {
      if (code) {
        line += lines.length;
        return lines;
      }
      return asciiLineMarks(lines).map((text) => {
        const folded = outsideCode(text.replace(/｀([^｀\n]+)｀/g, '`$1`'), (piece) => inLine(piece, say));
        line++;
        return folded.replace(/^([ \t>]*\[\^[^\]\s]+\])：/, '$1:');
      });
    });
    state.src = made.join('\n');
  });
}

interface Stretch {
  lines: string[];
  code: boolean;
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,}|｀{3,})/;

/** Fenced code apart from everything else. */
function stretches(lines: readonly string[]): Stretch[] {
  const found: Stretch[] = [{ lines: [], code: false }];
  let open: string | undefined;
  for (const line of lines) {
    const marks = fence.exec(line)?.[1];
    const last = found.at(-1)!;
    if (open !== undefined) {
      last.lines.push(
        line.replace(/^([ \t>]*)(｀{3,})[ \t]*$/, (_line, lead: string, typed: string) => lead + half(typed)),
      );
      const closes =
        marks !== undefined && half(marks).startsWith(open) && /^[ \t>]*[`~｀]+[ \t]*$/.test(line);
      if (closes) [open] = [undefined, found.push({ lines: [], code: false })];
    } else if (marks !== undefined && !/[`｀]/.test(line.slice(line.indexOf(marks) + marks.length))) {
      open = half(marks);
      found.push({ lines: [line.replace(marks, open)], code: true });
    } else last.lines.push(line);
  }
  return found;
}

/** Every other piece of a line with pairs of backticks in it is code. */
const outsideCode = (line: string, fold: (piece: string) => string): string =>
  line.includes('`')
    ? line
        .split(/(`+[^`]+`+)/)
        .map((piece, at) => (at % 2 === 0 ? fold(piece) : piece))
        .join('')
    : fold(line);

function inLine(piece: string, say: (message: string) => void): string {
  if (!/[^\u0000-\u00ff]/.test(piece)) return piece;
  const plain = piece
    .replace(/[[［【][\^＾]([^\][［］【】\s^＾]{1,40})[\]］】]/g, (_mark, name: string) => `[^${half(name)}]`)
    .replace(/[\^＾]［([^［］\n]{1,400})］/g, '^[$1]')
    .replace(/(https?)[:：][/／]{2}/gi, '$1://')
    .replace(/＜((?:https?:\/\/|mailto:)[^＜＞\s]{1,400})＞/gi, '<$1>');
  return struck(stressed(fullwidthLinks(plain, say), say));
}

const opens = /(?:^|[\s\p{P}\p{S}])$/u;
const closing = /^[、，。；：！？）》”’\s]/;

/** ＊＊务必＊＊ is stress where a word begins; behind a surname or a figure it hides something: 李＊＊和王＊＊. */
function stressed(text: string, say: (message: string) => void): string {
  return text.replace(/(?<!＊)＊＊([^＊\n]{1,200})＊＊(?!＊)/g, (written, inner: string, at: number) => {
    const before = text.slice(Math.max(0, at - 1), at);
    const figures = /\d/.test(
      before + inner.slice(0, 1) + text.slice(at + written.length, at + written.length + 1),
    );
    const hides = figures || closing.test(inner) || /\s$/.test(inner) || endsWithSurname(before);
    if (hides) return written;
    if (opens.test(before)) return `**${inner}**`;
    say(`“${written}”的星号是全角的，读者会看到它。要强调，请写成“**${inner}**”；是隐去的字，请写成“×”。`);
    return written;
  });
}

/** ～～旧办法～～ is struck out where a word begins; between figures it is “until”, and 好～～呀～～ is a voice. */
const struck = (text: string): string =>
  text.replace(/(?<!～)～～([^～\d\s][^～\n]{0,200})～～(?!～)/g, (written, inner: string, at: number) =>
    opens.test(text.slice(Math.max(0, at - 1), at)) && !/[\d\s]$/.test(inner) ? `~~${inner}~~` : written,
  );
