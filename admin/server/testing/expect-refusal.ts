import { Refusal } from '../../shared/refusal.ts';

/** Returns the Refusal that a promise rejects with. Throws if it resolves, or rejects with another error. */
export async function expectRefusal(asked: Promise<unknown>): Promise<Refusal> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof Refusal)) throw fault ?? new Error('Expected a Refusal, but nothing was thrown.');
  return fault;
}
