import type { Problem } from '../../src/model/problems.ts';

/** The server said no, in a sentence for the editor. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  /** The name of the one file that was refused; the rest could be taken without it. */
  readonly file: string | undefined;

  constructor(message: string, status: number, problems: readonly Problem[] = [], file?: string) {
    super(message);
    this.status = status;
    this.problems = problems;
    this.file = file;
  }

  // Decap puts errors into its sentences as text; the class's name would stand before ours.
  override toString(): string {
    return this.message;
  }
}
