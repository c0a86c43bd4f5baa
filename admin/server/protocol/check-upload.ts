import { readFileFacts } from '../../../src/media/read-file-facts.ts';
import { fileFault, sizeFault, unknownKind } from '../../../src/model/files/file-facts.ts';
import type { FileFacts } from '../../../src/model/files/file-facts.ts';
import { extensionOf, keptTypes } from '../../../src/model/files/file-names.ts';
import { Refusal } from '../../shared/refusal.ts';

/** Refuses an invalid file with a reason. `factsOf` reads the content, after the checks of name and size. */
export async function checkUpload(
  path: string,
  bytes: Uint8Array,
  factsOf: (bytes: Uint8Array) => Promise<FileFacts> = readFileFacts,
): Promise<void> {
  const file = path.split('/').at(-1) ?? path;
  if (!keptTypes.includes(extensionOf(file))) throw refusedFile(file, 422, unknownKind(file, keptTypes));
  const tooLarge = sizeFault(file, bytes.length);
  if (tooLarge !== undefined) throw refusedFile(file, 413, tooLarge);
  const fault = fileFault(file, await factsOf(bytes));
  if (fault !== undefined) throw refusedFile(file, 422, fault);
}

/** The desk uses the file name to remove the file and save the text without it. */
const refusedFile = (file: string, status: 413 | 422, message: string): Refusal =>
  new Refusal(status, message, { details: { file } });
