import type { Context } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../app-context.ts';
import { jsonIn } from './json-body.ts';
import { invalidRequest, plainText, readAs } from './invalid-request.ts';

/** The JSON of a request, read as the schema says. */
export async function readJson<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  return readAs(schema, jsonIn(await readBytes(c)));
}

/** The body as sent. */
export async function readBytes(c: Context<AppEnv>): Promise<Uint8Array<ArrayBuffer>> {
  assertPlain(c);
  return new Uint8Array(await c.req.arrayBuffer());
}

/** Browsers never compress requests. Taken as they are, the bytes would be garbage. */
function assertPlain(c: Context<AppEnv>): void {
  if ((c.req.header('content-encoding') ?? 'identity').toLowerCase() !== 'identity')
    throw invalidRequest([{ where: 'Content-Encoding', what: 'is not supported' }]);
}

/** What browsers send of a form. Anything else would be a form without fields: a sign-in with a wrong password. */
const formType = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:$|[\s;])/i;

/** The text fields of a form. A missing field is an empty text; files are ignored. */
export async function readForm<Name extends string>(
  c: Context<AppEnv>,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  assertPlain(c);
  if (!formType.test(c.req.header('content-type') ?? ''))
    throw invalidRequest([{ where: 'Content-Type', what: 'is no form' }]);
  const fields = await c.req.parseBody().catch(() => undefined);
  if (!fields) throw invalidRequest([{ where: 'body', what: 'is no form' }]);
  return readAs(textFields(names), fields, 'form');
}

/** The parameters of an address. A missing one is an empty text. */
export const readQuery = <Name extends string>(
  c: Context<AppEnv>,
  names: readonly Name[],
): Record<Name, string> => readAs(textFields(names), c.req.query(), 'query');

/** Longer than any field of our forms and any path; the fields have their own limits with their own messages. */
const longestField = 2000;

const textFields = <Name extends string>(names: readonly Name[]) =>
  z.object(
    Object.fromEntries(names.map((name) => [name, plainText(longestField).default('')])),
  ) as unknown as z.ZodType<Record<Name, string>>;
