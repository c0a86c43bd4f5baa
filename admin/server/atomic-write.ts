import { open, rename } from 'node:fs/promises';

/** Replaces a file atomically: readers see the old or the new content, even after a power failure. */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
