const typed = /^[ \t>]*·{3}([\w-]*)[ \t]*$/;

/**
 * Lines of a text, from 1, on which `···` is meant as a fence: the key of the backtick gives it to a Chinese input
 * method. A line of three such is also what somebody left out;
 * a fence stands close to what it encloses, or names a language.
 */
export function fullwidthFences(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let open: number | undefined;
  lines.forEach((line, at) => {
    const [, language] = typed.exec(line) ?? [];
    if (language === undefined) return;
    const isClose = open !== undefined && language === '' && (lines[at - 1] ?? '').trim() !== '';
    if (language !== '' || isClose) found.add(at + 1);
    if (isClose) found.add(open! + 1);
    open = isClose || (language === '' && (lines[at + 1] ?? '').trim() === '') ? undefined : at;
  });
  return found;
}

/** Three such points and nothing else, a language at most. */
export const isFullwidthFence = (line: string): boolean => typed.test(line);
