import type { CleanFile } from '../../../src/media/clean-file.ts';
import type { FileFacts } from '../../../src/model/files/file-facts.ts';
import { collectionOf } from '../../../src/model/collections.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import { mergeThreeWay } from '../drafts/three-way-merge.ts';
import type { MergeConflict } from '../drafts/three-way-merge.ts';
import type { Move } from '../entries/entry-references.ts';
import { withFormerAddress, withFormerAddresses, withMovesApplied } from '../entries/moved-text.ts';
import { readText } from './text-reading.ts';
import type { TextReading, TextToRead } from './text-reading.ts';

interface Sides {
  base: string;
  ours: string;
  theirs: string;
}

/**
 * The work on single texts and files. What a stranger wrote decides how long it takes, so it runs in processes that can be
 * ended. Arguments and results are plain data.
 */
export const textJobs = {
  readTexts: (texts: readonly TextToRead[]): TextReading[] => texts.map(readText),

  moveReferences: ({ path, text, moves }: { path: string; text: string; moves: readonly Move[] }): string =>
    withMovesApplied(path, text, moves),

  addFormerAddress: (entry: { collection: string; text: string; from: string; to: string }): string =>
    withFormerAddress(entry.collection, entry.text, entry.from, entry.to),

  setFormerAddresses: (entry: { collection: string; text: string; addresses: readonly string[] }): string =>
    withFormerAddresses(entry.collection, entry.text, entry.addresses),

  mergeTexts: ({
    repository,
    collection,
    sides,
  }: {
    repository: string;
    collection: CollectionName;
    sides: Sides;
  }): Promise<{ text: string; conflicts: MergeConflict[] }> =>
    mergeThreeWay(repository, collectionOf(collection), sides),

  // Loaded when needed: the decoders take longer to load than everything else.
  fileFacts: async (bytes: Uint8Array): Promise<FileFacts> =>
    (await import('../../../src/media/read-file-facts.ts')).readFileFacts(bytes),

  cleanFile: async (bytes: Uint8Array): Promise<CleanFile> =>
    (await import('../../../src/media/clean-file.ts')).cleanFile(bytes),
};

export type TextJobs = typeof textJobs;
export type JobName = keyof TextJobs;
export type JobInput<K extends JobName> = Parameters<TextJobs[K]>[0];
export type JobResult<K extends JobName> = Awaited<ReturnType<TextJobs[K]>>;

export function runJob<K extends JobName>(job: K, input: JobInput<K>): Promise<JobResult<K>> {
  const run = textJobs[job] as (input: JobInput<K>) => JobResult<K> | Promise<JobResult<K>>;
  return Promise.resolve().then(() => run(input));
}
