import { z } from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import type { RefusalDetails } from '../../shared/refusal.ts';

/**
 * A request that our own pages do not send. Editors get one sentence, because all they can do is to reload the page;
 * developers get every place in `details`.
 */
export function invalidRequest(invalid: NonNullable<RefusalDetails['invalid']>): Refusal {
  return new Refusal(
    400,
    '这个请求不完整或写得不对，没有照做。请刷新页面再试；还没保存的文字，请先复制一份。',
    { details: { invalid: invalid.slice(0, mostReported) } },
  );
}

const mostReported = 20;

/** The value in the form of the schema, or a refusal that names all wrong places. */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where = '',
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw invalidRequest(
    read.error.issues.map(({ path, message }) => ({
      where: [where, ...path.map(String)].filter(Boolean).join('.').slice(0, 200),
      what: message.slice(0, 200),
    })),
  );
}

/** Text that git, SQLite and file systems can store: whole characters, no NUL. */
export const plainText = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'contains NUL or half a character');
