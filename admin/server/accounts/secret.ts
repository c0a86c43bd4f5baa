import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-write.ts';

/**
 * The key that signs session cookies: created at the first start, readable only by the server's user. A key that was
 * lost or cut is replaced: people have to sign in again, and accounts stay.
 */
export async function readSecret(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const made = randomBytes(32).toString('base64url');
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (isUsableSecret(secret)) return secret;
  await writeFileAtomically(file, `${made}\n`);
  return made;
}

/** Of a length that nobody guesses, and text: a file of zero bytes is what a crashed disk leaves. */
export const isUsableSecret = (secret: string): boolean => /^[\x21-\x7e]{32,}$/.test(secret.trim());
