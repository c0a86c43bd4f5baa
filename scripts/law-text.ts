// What for: brings the text of an imported law into the form the checker accepts. Used by import.ts.
import { normalised } from '../src/model/text/characters.ts';

export interface FixedText {
  text: string;
  /** What was changed, for the person who imports. Ambiguous mistakes are left to the checker. */
  fixes: string[];
}

const marked = /^([ \t\u3000]*)([#＃]{1,6})(?![#＃])(.*)$/;

/**
 * Fixes unambiguous mistakes: headings start at the second level, empty headings go, `===` below a line makes it a
 * heading and alone a rule, and tags that the checker asks to remove go. The rest stays unchanged.
 */
export function fixedBody(source: string): FixedText {
  const counts = { lowered: 0, empty: 0, spaced: 0, underlined: 0, ruled: 0, tags: 0 };
  const lines = withoutTags(normalised(source.replace(/\r\n?/g, '\n'), '\n'), counts).split('\n');
  // With one first-level heading, all levels move down by one.
  const lower = lines.some((line) => headingIn(line)?.depth === 1) ? 1 : 0;
  const out: string[] = [];
  for (const line of lines) {
    if (/^={3,}[ \t]*$/.test(line) && out.at(-1)?.trim()) {
      out.push(`## ${out.pop()?.trim() ?? ''}`);
      counts.underlined++;
      continue;
    }
    if (/^={3,}[ \t]*$/.test(line)) {
      out.push('---');
      counts.ruled++;
      continue;
    }
    const found = headingIn(line);
    if (!found) out.push(line);
    else if (found.words === '') counts.empty++;
    else if (lower === 0 && found.wellFormed) out.push(line);
    else {
      counts[lower === 0 ? 'spaced' : 'lowered']++;
      out.push(`${'#'.repeat(Math.min(6, found.depth + lower))} ${found.words}`);
    }
  }
  return { text: out.join('\n').trim(), fixes: fixesIn(counts) };
}

/** A line meant as a heading. `#话题#` and `#3 楼`, one mark without a space, are left to the checker. */
function headingIn(line: string): { depth: number; words: string; wellFormed: boolean } | undefined {
  const [, indent = '', marks = '', rest = ''] = marked.exec(line) ?? [];
  if (marks === '') return undefined;
  const words = withoutClosingMarks(rest.trim());
  const spaced = rest === '' || /^[ \t\u3000]/.test(rest);
  if (!spaced && marks.length === 1) return undefined;
  return { depth: marks.length, words, wellFormed: spaced && indent.length < 4 };
}

/** `## 总则 ##` has closing marks; `C#` is a word. */
function withoutClosingMarks(words: string): string {
  let end = words.length;
  while (end > 0 && words[end - 1] === '#') end--;
  const isClosed = end === 0 || /[ \t]/.test(words[end - 1] ?? '');
  return isClosed ? words.slice(0, end).trimEnd() : words;
}

/** A note of a law's history is one line of plain text, so leading marks of headings or quotations are dropped. */
export function fixedNotes(notes: readonly string[]): { notes: string[]; fixes: string[] } {
  const kept = notes.map((note) =>
    normalised(note)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:[#＃>]+ *)+/, ''),
  );
  const empty = kept.filter((note) => note === '').length;
  const bare = kept.filter((note, index) => note !== '' && /^\s*[#＃>]/.test(notes[index] ?? '')).length;
  return {
    notes: kept.filter((note) => note !== ''),
    fixes: [
      ...(bare > 0 ? [`${String(bare)} notes of its history without the marks before them`] : []),
      ...(empty > 0 ? [`${String(empty)} empty notes of its history left out`] : []),
    ],
  };
}

/** Line breaks become paragraphs and tags around paragraphs go; table cells keep their breaks. */
function withoutTags(text: string, counts: { tags: number }): string {
  const tag = /<(br|\/?(?:p|div|span|font|center|section|article|small|big))(?:\s[^<>]*)?\/?>/gi;
  return text
    .split('\n')
    .map((line) =>
      /^\s*\|/.test(line)
        ? line
        : line.replace(tag, (_, name: string) => {
            counts.tags++;
            return /^(?:br|\/p|\/div)$/i.test(name) ? '\n\n' : '';
          }),
    )
    .join('\n');
}

function fixesIn(
  counts: Record<'lowered' | 'empty' | 'spaced' | 'underlined' | 'ruled' | 'tags', number>,
): string[] {
  const words = {
    lowered: 'headings one level lower, for the first is the title',
    empty: 'empty headings left out',
    spaced: 'headings with a blank behind their marks and none before',
    underlined: 'underlined lines made headings',
    ruled: 'lines of === between paragraphs made rules',
    tags: 'tags of HTML taken out',
  };
  return Object.entries(words).flatMap(([name, what]) => {
    const count = counts[name as keyof typeof counts];
    return count > 0 ? [`${String(count)} ${what}`] : [];
  });
}
