import { quoted } from '../problems.ts';

export interface LineFault {
  /** Counted from 1. */
  line: number;
  message: string;
}

// What input methods and Word turn three dashes into, with any kind of spaces around them.
const spaces = '[\\s\\u00a0\\u200b-\\u200f\\u2000-\\u200a\\u3000\\ufeff]*';
const nearlyFence = new RegExp(`^${spaces}[-\\u2010-\\u2015\\u2212\\u2500\\u2501\\uff0d_=*~]{2,}${spaces}$`);

/** Whether a line was probably meant as a `---` line but is not one. */
export const isAlmostFence = (line: string): boolean =>
  nearlyFence.test(line) && !/^---[ \t]*\r?$/.test(line);

export function fenceSentence(line: string): string {
  const seen = line.trim();
  const what =
    seen === '---' ? '这一行的 --- 前面或后面有多余的空格或看不见的符号' : `这一行是${quoted(seen)}`;
  return `${what}，请改成三个英文短横“---”，前后不要有别的。`;
}

const noFences = '开头要有两条 --- 线，标题等各项写在两条线之间，正文写在下面一条线之后。';

/** Why a text does not begin with front matter between two `---` lines: at least one fault. */
export function fenceFaults(text: string): LineFault[] {
  if (!text.includes('\n') && text.includes('\r')) {
    return [{ line: 1, message: '这个文件的换行是旧式的，网站会当成只有一行。请用记事本打开，另存一遍。' }];
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first] ?? '';
  const isFence = (line: string): boolean => /^---[ \t]*$/.test(line);
  if (!isFence(opening) && !isAlmostFence(opening)) return [{ line: 1, message: noFences }];

  const faults: LineFault[] = [];
  if (isAlmostFence(opening)) faults.push({ line: first + 1, message: fenceSentence(opening) });
  else if (first > 0)
    faults.push({ line: first + 1, message: '--- 要写在文件的第一行，请删去它前面的空行。' });
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => isFence(line) || isAlmostFence(line));
  const closing = rest[end];
  if (closing === undefined) {
    const message = '只有上面一条 --- 线。请在标题等各项写完以后，单独写一行“---”，正文写在它下面。';
    faults.push({ line: first + 1, message });
  } else if (isAlmostFence(closing)) {
    faults.push({ line: first + end + 2, message: fenceSentence(closing) });
  }
  return faults.length > 0 ? faults : [{ line: 1, message: noFences }];
}
