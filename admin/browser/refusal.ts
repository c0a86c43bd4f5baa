import type { Problem } from '../../src/model/problems.ts';

export interface Taken {
  title: string;
  collection: string;
  /** Decap's name of it. */
  slug: string;
  free: string;
}

export interface Reasons {
  problems?: readonly Problem[];
  taken?: Taken;
}

/** The server said no, in a sentence for the editor. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  /** The entry that has the name in the address, and a name that is free. */
  readonly taken: Taken | undefined;

  constructor(message: string, status: number, { problems = [], taken }: Reasons = {}) {
    super(message);
    this.status = status;
    this.problems = problems;
    this.taken = taken;
  }

  // Decap puts errors into its sentences as text; the class's name would stand before ours.
  override toString(): string {
    return this.message;
  }
}
