import { cardAfter, withCard } from './cards.ts';
import { changeStudy, isKept, readStudy } from './store.ts';

/** Remembers an answer as the rules of the cards say; false where it could not be remembered. */
export async function keepAnswer(key: string, isRight: boolean): Promise<boolean> {
  try {
    const card = readStudy().cards[key];
    const next = await cardAfter(card, isRight, new Date());
    if (next !== card) changeStudy((study) => withCard(study, key, next));
    return isKept();
  } catch {
    // Without a connection the scheduler may not be there.
    return false;
  }
}
