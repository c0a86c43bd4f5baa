import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Runs git on the store of the hub under test. */
export const gitBytes = (...words: string[]): Buffer =>
  execFileSync('git', [
    '-c',
    'core.quotepath=false',
    '-C',
    path.join(process.env['HUB_TEST_DATA'] ?? '', 'store.git'),
    ...words,
  ]);

export const git = (...words: string[]): string => gitBytes(...words).toString('utf8');
