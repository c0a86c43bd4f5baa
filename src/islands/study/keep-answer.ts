import { cardAfter, withCard } from './cards.ts';
import { changeStudy, isKept, readStudy } from './store.ts';

/** Stores the card that follows from an answer; false where that failed. */
export async function keepAnswer(key: string, isRight: boolean): Promise<boolean> {
  try {
    const card = readStudy().cards[key];
    const next = await cardAfter(card, isRight, new Date());
    if (next !== card) changeStudy((study) => withCard(study, key, next));
    return isKept();
  } catch {
    // Without a connection the scheduler may not load.
    return false;
  }
}
