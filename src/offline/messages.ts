/** Messages from pages to the worker. */
export type WorkerMessage =
  | { do: 'keep'; page: string; /** Names below `_astro/`. */ loaded: readonly string[] }
  /** The worker answers on the transferred port when everything is erased. */
  | { do: 'erase' };
