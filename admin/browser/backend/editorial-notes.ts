import { callStore } from './server-request.ts';

const every = 60_000;

/** Notes others write appear while the entry is open. Answers with the way to stop. */
export function watchNotes(
  collection: string,
  slug: string,
  onNotes: (notes: unknown[]) => void,
): () => void {
  const timer = setInterval(() => {
    void callStore<{ notes: unknown[] }>('getNotes', { collection, slug }, { quiet: true })
      .then(({ notes }) => {
        onNotes(notes);
      })
      // Saving says what is wrong with the connection; notes can wait for the next minute.
      .catch(() => undefined);
  }, every);
  return () => {
    clearInterval(timer);
  };
}
