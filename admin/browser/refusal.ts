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
  file?: string;
}

/** The server said no, in a sentence for the editor. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  /** The entry that has the name in the address, and a name that is free. */
  readonly taken: Taken | undefined;

  /** The name of the one file that was refused; the rest could be taken without it. */
  readonly file: string | undefined;

  constructor(message: string, status: number, { problems = [], taken, file }: Reasons = {}) {
    super(message);
    this.status = status;
    this.problems = problems;
    this.taken = taken;
    this.file = file;
  }

  // Decap puts errors into its sentences as text; the class's name would stand before ours.
  override toString(): string {
    return this.message;
  }
}
