/** An error on the way of one entry to its page. The build can leave that entry out and go on. */
export class PageFault extends Error {
  /** The address of the entry or of a page below it, without base path: `/notices/2026/a/`. */
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'PageFault';
    this.address = address;
  }
}

/** Does something with an entry or its page, and marks an error with its address. */
export function onPage<T>(address: string, task: () => T): T {
  const rethrow = (error: unknown): never => {
    throw isPageFault(error) ? error : new PageFault(address, error);
  };
  try {
    const result = task();
    return result instanceof Promise ? (result.catch(rethrow) as T) : result;
  } catch (error) {
    return rethrow(error);
  }
}

/** By name: code that Astro bundles has a copy of the class. */
export const isPageFault = (error: unknown): error is PageFault =>
  error instanceof Error && error.name === 'PageFault' && 'address' in error;
