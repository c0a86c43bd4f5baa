import type { Problem } from '../../src/model/problems.ts';
import { setClock } from './beijing-time.ts';
import { Refusal } from './refusal.ts';
import { showSignInAgain } from './dialogs.ts';

const unreachable = '现在连不上服务器。写下的文字已留在这台电脑上，请过一会儿再试。';
const unreadable = '服务器没有给出能读懂的回答。写下的文字已留在这台电脑上，请过一会儿再试。';

/** Asks the server of the desk. Same origin, so the session's cookie travels along. */
export const ask = <Answer>(address: string, body?: object): Promise<Answer> =>
  answerOf<Answer>(() =>
    fetch(address, {
      method: body ? 'POST' : 'GET',
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    }),
  );

async function answerOf<Answer>(fetching: () => Promise<Response>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetching();
  } catch {
    throw new Refusal(unreachable, 0);
  }
  setClock(response.headers.get('Date'));
  const answer = (await response.json().catch(() => undefined)) as
    (Answer & { error?: string; problems?: Problem[]; file?: string }) | undefined;
  if (response.ok && answer !== undefined) return answer;
  const refusal = new Refusal(answer?.error ?? unreadable, response.status, answer?.problems, answer?.file);
  if (refusal.status === 401) showSignInAgain(refusal.message);
  throw refusal;
}

/** Whether the server would take a file. Answered before the file is put into an entry. */
export const askFile = (file: File): Promise<object> =>
  answerOf(() =>
    fetch(`/admin/api/file?${new URLSearchParams({ name: file.name }).toString()}`, {
      method: 'POST',
      body: file,
    }),
  );

/** One action of the store. */
export const askStore = <Answer>(action: string, params: object): Promise<Answer> =>
  ask<Answer>('/admin/api/store', { branch: 'main', action, params });
