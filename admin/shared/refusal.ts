import type { Problem } from '../../src/model/problems.ts';

/** What the desk does more with a refusal than to show its sentence. */
export interface RefusalDetails {
  /** The entry that has the name in the address, and a name that is free. */
  taken?: Taken;
  /** The name of the one file that was refused; the rest could be taken without it. */
  file?: string;
  /** Which version is stored, and who stored it when. */
  current?: { version?: string | undefined; by?: string | undefined; at?: string | undefined };
  /** 姓名 of who is signed in now, where a page was made for somebody else. */
  signedInAs?: string;
}

export interface Taken {
  title: string;
  collection: string;
  /** Decap's name of it. */
  slug: string;
  free: string;
}

/** A refusal as the server sends it. */
export interface RefusalBody extends RefusalDetails {
  error: string;
  problems: readonly Problem[];
}

/**
 * A "no" that an editor reads: why, and what to do. Thrown by the server, sent as a `RefusalBody`, and thrown again
 * in the browser. Everything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  /** The HTTP status; 0 in the browser, where the server could not be reached. */
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly details: RefusalDetails;

  constructor(
    status: number,
    sentence: string,
    { problems = [], details = {} }: { problems?: readonly Problem[]; details?: RefusalDetails } = {},
  ) {
    super(sentence);
    this.name = 'Refusal';
    this.status = status;
    this.problems = problems;
    this.details = details;
  }

  // Decap puts errors into its sentences as text; the class's name would stand before ours.
  override toString(): string {
    return this.message;
  }
}
