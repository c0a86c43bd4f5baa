import type { Problem } from '../../src/model/problems.ts';

/** Additional data of a refusal for the desk. */
export interface RefusalDetails {
  /** The entry that uses the slug, and a free slug. */
  taken?: TakenSlug;
  /** The name of the refused file; the save would succeed without it. */
  file?: string;
  /** The stored version, with its author and time. */
  current?: { version?: string | undefined; by?: string | undefined; at?: string | undefined };
  /** After how many seconds it is worth to try again. */
  retrySeconds?: number;
  /** What is wrong with the request, for developers: only a page that is not ours, or older, sends such a request. */
  invalid?: readonly { where: string; what: string }[];
  /** 姓名 of the signed-in person, if another person opened the page. */
  signedInAs?: string;
}

export interface TakenSlug {
  title: string;
  collection: string;
  /** Decap's slug. */
  slug: string;
  free: string;
}

/** A refusal as JSON response. */
export interface RefusalBody extends RefusalDetails {
  error: string;
  problems: readonly Problem[];
}

/**
 * An expected error with a message for the editor: the reason, and what to do. The server throws it and sends it as a
 * `RefusalBody`; the browser throws it again. All other errors are bugs.
 */
export class Refusal extends Error {
  /** The HTTP status; 0 if the server could not be reached. */
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

  // Decap shows `String(error)`, which would contain the class name.
  override toString(): string {
    return this.message;
  }
}
