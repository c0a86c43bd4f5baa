/** The files stored in each entry's folder, by the path of its text, as last reported by the server. */
const held = new Map<string, readonly string[]>();

export function rememberStoredFiles(path: string, files: readonly string[]): void {
  held.set(path, files);
}

/** Undefined if the server has not been asked. */
export const storedFilesAt = (path: string): readonly string[] | undefined => held.get(path);
