import { buildMessages } from './build-messages.ts';
import type { Release } from './releases.ts';

export interface BuildReport {
  state: 'done' | 'failed' | 'interrupted';
  commit: string;
  /** 姓名 of the person who requested the build, or `systemName`. */
  by: string;
  at: string;
  ms: number;
  /** The error message for editors. Empty after a successful build. */
  message: string;
}

export interface RunningBuild {
  id: string;
  commit: string;
  by: string;
  at: string;
  group?: number;
}

/** State that survives a restart: the running build and the result of the last one. */
export interface Journal {
  current?: RunningBuild | undefined;
  last?: BuildReport | undefined;
  wanted?: { by: string; at: string } | undefined;
}

/** The result of a build that was running when the server stopped: already live, or interrupted. */
export function reportOf(current: RunningBuild, live: Release | undefined, isOutdated: boolean): BuildReport {
  const { commit, by, at } = current;
  if (live?.id === current.id) return { state: 'done', commit, by, at, ms: live.ms, message: '' };
  const message = isOutdated ? buildMessages.interrupted : buildMessages.interruptedButNew;
  return { state: 'interrupted', commit, by, at, ms: 0, message };
}

/** A damaged journal only forgets how the last build ended. */
export function parseJournal(text: string): Journal {
  try {
    const { current, last, wanted } = JSON.parse(text) as Journal;
    const has = (value: unknown, names: readonly string[]): boolean =>
      names.every((name) => typeof (value as Record<string, unknown> | undefined)?.[name] === 'string');
    return {
      current: has(current, ['id', 'commit', 'by', 'at']) ? current : undefined,
      last: has(last, ['state', 'commit', 'by', 'at', 'message']) ? last : undefined,
      wanted: has(wanted, ['by', 'at']) ? wanted : undefined,
    };
  } catch {
    return {};
  }
}
