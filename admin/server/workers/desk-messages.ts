import type { RefusalBody } from '../../shared/refusal.ts';
import { Refusal } from '../../shared/refusal.ts';
import { damageCode, isDamage } from '../git/damaged-store.ts';
import { GitFailure } from '../git/run-git.ts';
import { TooMuchWork } from './text-work.ts';
import type { DeskWork } from './desk-work.ts';

/** What the desk's thread is started with. */
export interface DeskThreadOptions {
  repository: string;
  production: boolean;
  cache: string;
  /** An earlier thread was ended in the middle of something. */
  isRestart: boolean;
}

export type DeskCall = {
  [K in keyof DeskWork]: { id: number; call: K; args: Parameters<DeskWork[K]> };
}[keyof DeskWork];

export type DeskMessage =
  | { kind: 'here' }
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'fault'; id: number; fault: Fault }
  | { kind: 'published'; by: string }
  /** After a restart, when everything that was half done is repaired. */
  | { kind: 'back' }
  | { kind: 'log'; line: string };

/** An error as it travels between threads, which keep only plain data. */
export type Fault =
  | { refusal: { status: number; message: string; body: Partial<RefusalBody> } }
  | { message: string; stack: string | undefined; code: string | undefined };

export function asFault(error: unknown): Fault {
  if (error instanceof Refusal) {
    const { status, message, problems, details } = error;
    return { refusal: { status, message, body: { ...details, problems } } };
  }
  if (error instanceof TooMuchWork) return { refusal: { status: 422, message: tooMuch, body: {} } };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, stack, code: codeOf(error) };
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof GitFailure && /No space left/i.test(error.stderr)) return 'ENOSPC';
  if (isDamage(error)) return damageCode;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : undefined;
}

export function asError(fault: Fault): Error {
  if ('refusal' in fault) {
    const { status, message, body } = fault.refusal;
    const { problems, ...details } = body;
    return new Refusal(status, message, { problems, details });
  }
  return Object.assign(new Error(fault.message), { stack: fault.stack, code: fault.code });
}

const tooMuch = '这些内容太长或太复杂，没能处理完。请拆成几篇，或删去里面大段重复的符号、表格和链接，再试。';
