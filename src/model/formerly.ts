import type { Fields, PartsField } from './fields.ts';

/**
 * Where an entry stood before its name in the address or its year was changed. The site leads from there to where it
 * stands now. Every old address is kept with the entry itself, so there is no way from one to the next to follow:
 * chains and rings cannot come about.
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
/** The fields of a description, with what every collection has beside its own. */
export type WithShared<F extends Fields> = {
  [K in keyof F | keyof SharedFields]: K extends keyof F ? F[K] : SharedFields[K & keyof SharedFields];
};

/** The old addresses an entry's data names. */
export function oldAddressesIn(data: Readonly<Record<string, unknown>>): string[] {
  const parts = data['formerly'];
  if (!Array.isArray(parts)) return [];
  return parts
    .map((part) => (part as { address?: unknown } | null)?.address)
    .filter((each) => typeof each === 'string');
}
