import { Refusal } from '../../shared/refusal.ts';
import { invalidRequest } from './invalid-request.ts';

/** Far more than a save with a hundred pictures has. */
const mostValues = 5000;
const mostDepth = 20;

/**
 * Refuses JSON of very many or very deep values before it is parsed: 60 MB of `[{},{},…` become gigabytes of objects.
 * Strings are skipped, so pictures and long texts cost next to nothing.
 */
export function assertModestJson(text: string): void {
  let values = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '"') at = endOfString(text, at);
    else if (mark === ']' || mark === '}') depth--;
    else if (mark === ',' || mark === '[' || mark === '{') {
      if (++values > mostValues) throw new Refusal(413, '送来的内容太多了，没有收下。请删去一些，再试一次。');
      if (mark !== ',' && ++depth > mostDepth)
        throw invalidRequest([
          { where: 'body', what: `is nested more than ${String(mostDepth)} levels deep` },
        ]);
    }
  }
}

/** The place of the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === '\\') before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
