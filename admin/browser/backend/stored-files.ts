/** The files the server holds beside a text, by the path of the text, as it last said. */
const held = new Map<string, readonly string[]>();

export function rememberStoredFiles(path: string, files: readonly string[]): void {
  held.set(path, files);
}

/** Undefined where the server has not been asked. */
export const storedFilesAt = (path: string): readonly string[] | undefined => held.get(path);
