/**
 * The last step of each writer of XML, JSON and calendars. The checker refuses what these formats cannot hold; but one
 * such character makes the whole file unreadable to all its subscribers, so no writer relies on it.
 */

/** Without the characters that XML 1.0 (2.2, Char) has no room for, not even as a number. */
export const xmlSafe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** Half characters are valid JSON by the letter, and many parsers stop at them: they become U+FFFD. */
export const jsonSafe = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner));

/** A value of iCalendar (RFC 5545, 3.1): line breaks of one kind, no other controls. */
export const calendarSafe = (text: string): string =>
  text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')

    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .toWellFormed();
