/**
 * Why something could not be looked at: there was no answer, or what came is not what was asked for (an error, a file
 * cut short, a page in its place), or the browser cannot run the engine.
 */
export type FailureKind = 'network' | 'index' | 'engine';

export class FetchFailure extends Error {
  readonly trouble: FailureKind;
  constructor(message: string, trouble: FailureKind) {
    super(message);
    this.trouble = trouble;
  }
}

/** What is no trouble with a file is one with running the engine. */
export const failureKindOf = (error: unknown): FailureKind =>
  error instanceof FetchFailure ? error.trouble : 'engine';

/** So many milliseconds a file may take: with most a few KB, a line that needs longer is no line. */
const patience = 60_000;

/**
 * A file that `isRight`, asked for twice at most; the second time the browser's cache, which may hold what was wrong,
 * is passed over. Throws `NotWhole`.
 */
export async function verifiedFetch(
  address: string,
  isRight: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  return attempt(address, isRight, 'default').catch(() => attempt(address, isRight, 'reload'));
}

async function attempt(
  address: string,
  isRight: (bytes: Uint8Array) => boolean,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
  const ending = new AbortController();
  const limit = setTimeout(() => {
    ending.abort();
  }, patience);
  try {
    const response = await fetch(address, { cache, signal: ending.signal });
    if (!response.ok) throw new FetchFailure(`${address} answered ${String(response.status)}.`, 'index');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isRight(bytes)) throw new FetchFailure(`${address} is not what it should be.`, 'index');
    return bytes;
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure(`${address} did not come: ${String(error)}`, 'network');
  } finally {
    clearTimeout(limit);
  }
}

/** The value of a JSON file, undefined for what is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
