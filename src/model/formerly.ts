import type { Fields, PartsField } from './fields.ts';

/**
 * The addresses of an entry before its slug or its year was changed. The site redirects from them to the current one.
 * Each entry keeps all its old addresses, so a redirect never leads to another redirect, and there are no loops.
 */
export const formerly = {
  kind: 'parts',
  label: '原地址',
  hint: '改过网址名或年份的内容，原来的地址会转到这里；由编辑台记下',
  part: '原地址',
  optional: true,
  byDesk: true,
  fields: { address: { kind: 'text', label: '地址', format: 'oldAddress', max: 160 } },
} as const satisfies PartsField;

interface SharedFields {
  formerly: typeof formerly;
}
/** The fields of a description, with those that every collection has. */
export type WithShared<F extends Fields> = {
  [K in keyof F | keyof SharedFields]: K extends keyof F ? F[K] : SharedFields[K & keyof SharedFields];
};

/** The old addresses in an entry's data. */
export function oldAddressesIn(data: Readonly<Record<string, unknown>>): string[] {
  const parts = data['formerly'];
  if (!Array.isArray(parts)) return [];
  return parts
    .map((part) => (part as { address?: unknown } | null)?.address)
    .filter((each) => typeof each === 'string');
}
