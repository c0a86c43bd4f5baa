import { failureKindOf } from './verified-fetch.ts';
import type { FailureKind } from './verified-fetch.ts';

/** Lets a part of a search fail and keeps the reason: what was not searched must not be reported as absent. */
export class FailureLog {
  missed: FailureKind | undefined;

  async attempt<T>(act: () => Promise<T>, fallback: T): Promise<T> {
    try {
      return await act();
    } catch (error) {
      this.missed ??= failureKindOf(error);
      return fallback;
    }
  }
}
