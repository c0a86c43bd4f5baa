/**
 * Asks again and again, and tells only what came of the last question: an answer that was long on its way must not
 * take the place of a newer one, nor must its failure.
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
