import { expect } from 'vitest';
import { cleanFile } from '../../../src/media/clean-file.ts';
import { fileFault } from '../../../src/model/files/file-facts.ts';

/** What is stored of a file that is accepted: the same for the same file, and unchanged when it is stored again. */
export async function stored(file: string, bytes: Buffer): Promise<Buffer> {
  const { bytes: clean, facts } = await cleanFile(bytes);
  expect(fileFault(file, facts)).toBeUndefined();
  expect((await cleanFile(clean)).bytes.equals(clean), 'cleaned again').toBe(true);
  expect((await cleanFile(bytes)).bytes.equals(clean), 'the same file once more').toBe(true);
  return clean;
}
export const faultOf = async (file: string, bytes: Buffer): Promise<string | undefined> =>
  fileFault(file, (await cleanFile(bytes)).facts);
