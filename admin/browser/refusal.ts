import type { Problem } from '../../src/model/problems.ts';

/** The server said no, in a sentence for the editor. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(message: string, status: number, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }

  // Decap puts errors into its sentences as text; the class's name would stand before ours.
  override toString(): string {
    return this.message;
  }
}
