import { Refusal } from '../../shared/refusal.ts';

/** The refusal something ended with. A test that expects one fails where nothing, or something else, was thrown. */
export async function expectRefusal(asked: Promise<unknown>): Promise<Refusal> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof Refusal)) throw fault ?? new Error('It was not refused.');
  return fault;
}
