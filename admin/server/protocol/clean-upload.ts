import { cleanFile } from '../../../src/media/clean-file.ts';
import type { CleanFile } from '../../../src/media/clean-file.ts';
import { fileFault, sizeFault, unknownKind } from '../../../src/model/files/file-facts.ts';
import { extensionOf, keptTypes } from '../../../src/model/files/file-names.ts';
import { Refusal } from '../../shared/refusal.ts';
import { orRefuseFile } from '../workers/too-much-file.ts';

/**
 * The bytes to store of an uploaded file: without anything about the person, the device and the place it came from.
 * Refuses an invalid one with a reason.
 */
export async function cleanUpload(
  path: string,
  bytes: Uint8Array,
  clean: (bytes: Uint8Array) => Promise<CleanFile> = cleanFile,
): Promise<Uint8Array> {
  const file = refuseNameAndSize(path, bytes);
  const { bytes: stored, facts } = await orRefuseFile(file, () => clean(bytes));
  const fault = fileFault(file, facts) ?? sizeFault(file, stored.length);
  if (fault !== undefined) throw refusedFile(file, 422, fault);
  return stored;
}

function refuseNameAndSize(path: string, bytes: Uint8Array): string {
  const file = path.split('/').at(-1) ?? path;
  if (!keptTypes.includes(extensionOf(file))) throw refusedFile(file, 422, unknownKind(file, keptTypes));
  const tooLarge = sizeFault(file, bytes.length);
  if (tooLarge !== undefined) throw refusedFile(file, 413, tooLarge);
  return file;
}

/** The desk uses the file name to remove the file and save the text without it. */
const refusedFile = (file: string, status: 413 | 422, message: string): Refusal =>
  new Refusal(status, message, { details: { file } });
