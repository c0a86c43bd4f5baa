const middleDots = /^[ \t>]*·{3}([\w-]*)[ \t]*$/;

/**
 * Finds the lines, from 1, where `···` is meant as a code fence: a Chinese input method types it with the backtick key.
 * A line of three middle dots can also be an ellipsis. A fence is directly next to its content, or names a language.
 */
export function fullwidthFences(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let open: number | undefined;
  lines.forEach((line, at) => {
    const [, language] = middleDots.exec(line) ?? [];
    if (language === undefined) return;
    const isClose = open !== undefined && language === '' && (lines[at - 1] ?? '').trim() !== '';
    if (language !== '' || isClose) found.add(at + 1);
    if (isClose) found.add(open! + 1);
    open = isClose || (language === '' && (lines[at + 1] ?? '').trim() === '') ? undefined : at;
  });
  return found;
}

/** Three middle dots alone, or with a language. */
export const isFullwidthFence = (line: string): boolean => middleDots.test(line);
