import type { Problem } from '../../src/model/problems.ts';

type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 428 | 429 | 503;

/** A "no" that an editor reads: why, and what to do. Everything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly problems: readonly Problem[];
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    status: RefusalStatus,
    sentence: string,
    more: { problems?: readonly Problem[]; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(sentence);
    this.name = 'Refusal';
    this.status = status;
    this.problems = more.problems ?? [];
    this.details = more.details ?? {};
  }
}
