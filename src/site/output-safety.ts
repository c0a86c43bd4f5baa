/**
 * The last step of everything that writes XML, JSON or calendars. The checker already rejects characters that these
 * formats cannot contain. But a single one would make the whole file unreadable for all subscribers, so they are removed
 * here again.
 */

/** Removes the characters that XML 1.0 (section 2.2, Char) does not allow, not even as character references. */
export const xmlSafe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** Lone surrogates are valid in JSON, but many parsers fail on them. They become U+FFFD. */
export const jsonSafe = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner));

/** A value in iCalendar (RFC 5545, 3.1): one kind of line break, no other control characters. */
export const calendarSafe = (text: string): string =>
  text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')

    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .toWellFormed();
