import { buildMessages } from './build-messages.ts';
import type { Release } from './releases.ts';

export interface BuildReport {
  state: 'done' | 'failed' | 'interrupted';
  commit: string;
  /** 姓名 of who published, or of the hub. */
  by: string;
  at: string;
  ms: number;
  /** For editors: what to mend, or what happened. Empty when all went well. */
  message: string;
}

export interface Running {
  id: string;
  commit: string;
  by: string;
  at: string;
  group?: number;
}

/** What survives a restart: which build runs, how the last one ended. */
export interface Journal {
  current?: Running | undefined;
  last?: BuildReport | undefined;
  wanted?: { by: string; at: string } | undefined;
}

/** A build was running when the server ended. Either it had gone live already, or it was cut off. */
export function reportOf(current: Running, live: Release | undefined, behind: boolean): BuildReport {
  const { commit, by, at } = current;
  if (live?.id === current.id) return { state: 'done', commit, by, at, ms: live.ms, message: '' };
  const message = behind ? buildMessages.interrupted : buildMessages.interruptedButNew;
  return { state: 'interrupted', commit, by, at, ms: 0, message };
}

export function parseJournal(text: string): Journal {
  try {
    return JSON.parse(text) as Journal;
  } catch {
    return {};
  }
}
