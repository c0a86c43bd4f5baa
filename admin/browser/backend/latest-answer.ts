/**
 * Runs requests and reports only the result of the last one: a slow, older answer (or error) must not replace a newer
 * one.
 */
export function latestAnswer<Answer>(
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
): (request: () => Promise<Answer>) => Promise<void> {
  let last = 0;
  return async (request) => {
    const current = ++last;
    try {
      const answer = await request();
      if (current === last) onAnswer(answer);
    } catch (error) {
      if (current === last) onError(error);
    }
  };
}
