/**
 * Why something could not be searched: there was no response, or the response is wrong (an error, a truncated file, a
 * page in its place), or the browser cannot run the engine.
 */
export type FailureKind = 'network' | 'index' | 'engine';

export class FetchFailure extends Error {
  readonly kind: FailureKind;
  constructor(message: string, trouble: FailureKind) {
    super(message);
    this.kind = trouble;
  }
}

/** An error that is not about a file is about running the engine. */
export const failureKindOf = (error: unknown): FailureKind =>
  error instanceof FetchFailure ? error.kind : 'engine';

/** In milliseconds. Most files have a few KB; a connection that needs longer is as good as none. */
const timeout = 60_000;

/**
 * Fetches a file that `isValid` accepts, in two attempts at most. The second one bypasses the browser's cache, which may
 * contain the wrong file. Throws `FetchFailure`.
 */
export async function verifiedFetch(
  address: string,
  isValid: (bytes: Uint8Array) => boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  return attempt(address, isValid, 'default').catch(() => attempt(address, isValid, 'reload'));
}

async function attempt(
  address: string,
  isRight: (bytes: Uint8Array) => boolean,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
  const controller = new AbortController();
  const limit = setTimeout(() => {
    controller.abort();
  }, timeout);
  try {
    const response = await fetch(address, { cache, signal: controller.signal });
    if (!response.ok) throw new FetchFailure(`${address} answered ${String(response.status)}.`, 'index');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isRight(bytes)) throw new FetchFailure(`${address} has the wrong content.`, 'index');
    return bytes;
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure(`${address} was not loaded: ${String(error)}`, 'network');
  } finally {
    clearTimeout(limit);
  }
}

/** The value of a JSON file; undefined for anything else. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
