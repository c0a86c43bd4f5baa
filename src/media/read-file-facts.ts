import { imageMetadata } from 'astro/assets/utils';
import type { FileFacts } from '../model/files/file-facts.ts';
import { pictureTypes } from '../model/files/file-names.ts';
import { cleanFile } from './clean-file.ts';

/**
 * Reads the type and properties of a file as it lies in a content folder, and what is wrong with it. The build measures
 * pictures there before they are cleaned, so one that it cannot measure has no size. Never throws.
 */
export async function readFileFacts(bytes: Uint8Array): Promise<FileFacts> {
  const { bytes: clean, facts } = await cleanFile(bytes);
  const { width, height: _, ...others } = facts;
  if (width === undefined || !pictureTypes.includes(facts.kind) || clean.equals(bytes)) return facts;
  const measured = await imageMetadata(bytes, '').catch(() => undefined);
  return measured?.width === undefined
    ? others
    : { ...facts, width: measured.width, height: measured.height };
}
