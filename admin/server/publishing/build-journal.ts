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

export function parseJournal(text: string): Journal {
  try {
    return JSON.parse(text) as Journal;
  } catch {
    return {};
  }
}
