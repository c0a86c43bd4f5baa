/** How long to wait for replies, in ms. A suspended tab does not reply; its backup is then offered. */
const replyTimeout = 300;

interface Question {
  question: string;
}
interface Reply {
  reply: string;
  slot: string;
}

/**
 * Asks the other open tabs which backup slots they write to, so that no tab offers text that is still being typed in
 * another. Web Locks could do this, but are not available without https.
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
      const onReply = ({ data }: MessageEvent<Question | Reply>): void => {
        if ('reply' in data && data.reply === question) slots.add(data.slot);
      };
      channel.addEventListener('message', onReply);
      channel.postMessage({ question });
      setTimeout(() => {
        channel.removeEventListener('message', onReply);
        resolve(slots);
      }, replyTimeout);
    });
}
