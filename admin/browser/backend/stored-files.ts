/** The files stored in each entry's folder, by the path of its text, as last reported by the server. */
const filesByPath = new Map<string, readonly string[]>();

export function rememberStoredFiles(path: string, files: readonly string[]): void {
  filesByPath.set(path, files);
}

/** Undefined if the server has not been asked. */
export const storedFilesAt = (path: string): readonly string[] | undefined => filesByPath.get(path);
