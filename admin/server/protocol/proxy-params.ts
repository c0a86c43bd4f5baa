import { z } from 'zod';
import { collectionNames, collectionOf } from '../../../src/model/collections.ts';
import { plainText } from '../requests/invalid-request.ts';
import { draftKey } from '../entries/entry-paths.ts';

/**
 * The parameters of the actions. Decap sends more than we need; the rest is left out. What an editor can write wrongly
 * has a limit with a message of its own elsewhere: here are only the limits that our pages keep anyway.
 */

/** A path or a slug. The limits of names are in `file-names.ts`, with a message for editors. */
const path = plainText(2000);
/** The id of a version, a note, an item of the trash. */
const id = plainText(200);

/** The message of a note that is too long says how long it may be. */
const longestNote = 1_000_000;

/** More than an entry may have; the message for that is not here. */
const mostFiles = 1000;
const mostPaths = 500;

export const nothing = z.object({});
export const onePath = z.object({ path });
export const manyPaths = z.object({ paths: z.array(path).max(mostPaths) });
export const trashItem = z.object({ id });
export const mediaFolder = z.object({ mediaFolder: path });
export const entryFiles = z.object({ files: z.array(z.object({ path })).max(mostPaths) });

/** A draft, by collection and slug, or by Decap's id, which combines both. */
const draftNames = z.object({
  collection: plainText(100).optional(),
  slug: path.optional(),
  id: path.optional(),
});
type DraftNames = z.output<typeof draftNames>;

const isNamed = ({ collection, slug, id }: DraftNames): boolean =>
  collection === undefined ? id !== undefined : slug !== undefined;
const unnamed = 'names no draft: neither collection and slug nor id';

/** Parameters of an action for a draft. */
const forDraft = <Shape extends z.ZodRawShape>(shape: Shape) =>
  draftNames.extend(shape).refine((params) => isNamed(params as DraftNames), unnamed);

export const draft = forDraft({});
export const draftFileAt = forDraft({ path });
export const draftVersion = forDraft({ version: id.optional() });
export const draftStatus = forDraft({ newStatus: plainText(100) });
export const newNote = forDraft({ note: z.object({ content: plainText(longestNote) }) });
export const oneNote = forDraft({ noteId: id });
export const noteChanges = forDraft({
  noteId: id,
  updates: z.object({ content: plainText(longestNote).optional(), resolved: z.boolean().optional() }),
});

/** The key of a draft, from the parameters that name it. */
export function keyIn({ collection, slug = '', id = '' }: DraftNames): ReturnType<typeof draftKey> {
  if (collection !== undefined) return draftKey(collection, slug);
  const [first = '', ...rest] = id.split('/');
  return draftKey(first, rest.join('/'));
}

const fieldNames = new Set(collectionNames.flatMap((name) => Object.keys(collectionOf(name).fields)));
const fieldName = z.string().refine((name) => fieldNames.has(name), 'is no field');
const wanted = z.union([plainText(200), z.number(), z.boolean()]);

/** `content/activities`, and what to list of it. */
export const listing = z.object({
  folder: path,
  page: z.int().min(1).optional(),
  pageSize: z
    .int()
    .min(1)
    .transform((size) => Math.min(size, 500))
    .optional(),
  /** Longer words are found by nobody, and cost time. */
  search: plainText(100_000)
    .transform((words) => words.slice(0, mostSearched).toWellFormed())
    .optional(),
  sort: z.object({ field: fieldName, direction: z.string().max(20).optional() }).optional(),
  filter: z.record(fieldName, wanted).optional(),
});
const mostSearched = 200;

/** `content/activities` -> `activities`. */
export const collectionIn = ({ folder }: { folder: string }): string => folder.split('/')[1] ?? '';

const asset = z
  .object({ path, content: z.string(), encoding: z.literal('base64') })
  .transform(({ path, content }, context) => {
    const bytes = Buffer.from(content, 'base64');
    // Node.js leaves out what is no base64, without an error.
    if (bytes.length !== Buffer.byteLength(content, 'base64'))
      context.addIssue({ code: 'custom', message: 'is no base64', path: ['content'] });
    return { path, bytes };
  });

export const entryToSave = z.object({
  // One text for each entry: Decap sends more files only for translations, which the hub does not support.
  dataFiles: z.tuple([z.object({ path, newPath: path.optional(), slug: path, raw: z.string() })]),
  assets: z.array(asset).max(mostFiles).default([]),
  options: z
    .object({
      collectionName: plainText(100).optional(),
      newEntry: z.boolean().optional(),
      useWorkflow: z.boolean().optional(),
      baseVersion: id.optional(),
    })
    .default({}),
});
