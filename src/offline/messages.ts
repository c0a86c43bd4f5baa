/** What pages tell the worker. */
export type WorkerMessage =
  | { do: 'keep'; page: string; /** Names below `_astro/`. */ loaded: readonly string[] }
  /** Answered on the port that comes along, when all is gone. */
  | { do: 'erase' };
