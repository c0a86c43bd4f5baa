import type { FileFacts } from '../model/files/file-facts.ts';
import { cleanFile } from './clean-file.ts';

/** Reads the type and properties of a file, and what is wrong with it. Never throws. */
export const readFileFacts = async (bytes: Uint8Array): Promise<FileFacts> => (await cleanFile(bytes)).facts;
