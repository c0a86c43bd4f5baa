import { targetOf } from '../addresses/target-of.ts';
import { textFormats } from '../fields.ts';
import type { FieldOf } from '../fields.ts';
import { quoted } from '../problems.ts';

/** The message for a text that is not in the format of its field, or undefined. */
export function formatFault({ label, format: name }: FieldOf<'text'>, value: string): string | undefined {
  const format = name && textFormats[name];
  if (!format) return undefined;
  // The pattern cannot tell a port that no browser opens.
  const isWhole = name !== 'url' || targetOf(value).kind === 'external';
  if (format.pattern.test(value) && isWhole) return undefined;
  return `“${label}”要写成${format.expected}，现在是${quoted(value)}。`;
}
