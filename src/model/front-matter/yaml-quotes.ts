/** The value in quotes, so that YAML reads it unchanged: single quotes if it contains double ones. */
export const yamlQuoted = (value: string): string =>
  /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;

/**
 * Characters with a meaning in YAML at the start of a value. Editors mean the character itself: `[重要] 停水通知`, `@全体居民`,
 * `*必读*`.
 */
export const yamlIndicators = '[]{},&*!|>%@`?-#';

export const indicatorSentence = (label: string, value: string): string =>
  `“${label}”的内容以“${value.slice(0, 1)}”开头，这个符号在这里有别的用处，读者看不到它。请给整段内容加上英文引号，写成 ${yamlQuoted(value)}。`;
