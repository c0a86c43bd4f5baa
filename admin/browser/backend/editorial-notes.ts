import { callStore } from './server-request.ts';

const pollInterval = 60_000;

/** Polls for notes of other editors. Returns a function that stops polling. */
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
      // A save reports connection problems; notes can wait for the next poll.
      .catch(() => undefined);
  }, pollInterval);
  return () => {
    clearInterval(timer);
  };
}
