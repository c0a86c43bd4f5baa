/**
 * Runs requests and reports only the result of the last one: a slow, older answer (or error) must not replace a newer
 * one.
 */
export function latestAnswer<Answer>(
  tell: (answer: Answer) => void,
  fail: (error: unknown) => void,
): (question: () => Promise<Answer>) => Promise<void> {
  let last = 0;
  return async (question) => {
    const mine = ++last;
    try {
      const answer = await question();
      if (mine === last) tell(answer);
    } catch (error) {
      if (mine === last) fail(error);
    }
  };
}
