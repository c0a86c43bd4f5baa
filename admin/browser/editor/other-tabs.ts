/** How long the other pages have for their answer. A page that is asleep gives none; what it keeps is offered, too. */
const patience = 300;

interface Question {
  question: string;
}
interface Reply {
  reply: string;
  slot: string;
}

/**
 * Pages of the desk that are open in this browser tell each other which slot they write to, so that none is offered
 * what somebody is still typing beside it. Web Locks would do it, but are missing without https.
 */
export function otherTabs(slotHere: () => string | undefined): () => Promise<ReadonlySet<string>> {
  const channel = new BroadcastChannel('hub-autosave');
  channel.addEventListener('message', ({ data }: MessageEvent<Question | Reply>) => {
    const slot = slotHere();
    if ('question' in data && slot !== undefined) channel.postMessage({ reply: data.question, slot });
  });
  return () =>
    new Promise((resolve) => {
      const question = `${String(Date.now())} ${String(Math.random())}`;
      const slots = new Set<string>();
      const hear = ({ data }: MessageEvent<Question | Reply>): void => {
        if ('reply' in data && data.reply === question) slots.add(data.slot);
      };
      channel.addEventListener('message', hear);
      channel.postMessage({ question });
      setTimeout(() => {
        channel.removeEventListener('message', hear);
        resolve(slots);
      }, patience);
    });
}
