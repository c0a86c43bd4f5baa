import { setClock } from '../server-clock.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { RefusalBody } from '../../shared/refusal.ts';
import { showOtherPerson, showSignInAgain } from '../frame/dialogs.ts';

const unreachable = '现在连不上服务器。写下的文字已留在这台电脑上，请过一会儿再试。';
const unreadable = '服务器没有给出能读懂的回答。写下的文字已留在这台电脑上，请过一会儿再试。';

let owner: string | undefined;

/** Sends the owner of this page with every request: another tab may sign in somebody else. */
export function signRequestsAs(username: string): void {
  owner = username;
}

interface RequestOptions {
  /** For background polling: no dialog is shown when the server refuses. */
  quiet?: true;
}

/** Sends a request to the server. Same origin, so the browser adds the session cookie. */
export const request = <Answer>(address: string, body?: object, options?: RequestOptions): Promise<Answer> =>
  send<Answer>(
    () =>
      fetch(address, {
        method: body ? 'POST' : 'GET',
        headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...ownerHeader() },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    options,
  );

const ownerHeader = (): Record<string, string> => (owner === undefined ? {} : { 'X-Hub-Person': owner });

async function send<Answer>(
  sendRequest: () => Promise<Response>,
  { quiet }: RequestOptions = {},
): Promise<Answer> {
  let response: Response;
  try {
    response = await sendRequest();
  } catch {
    throw new Refusal(0, unreachable);
  }
  setClock(response.headers.get('Date'));
  const answer = (await response.json().catch(() => undefined)) as
    (Answer & Partial<RefusalBody>) | undefined;
  if (response.ok && answer !== undefined) return answer;
  const { error = unreadable, problems = [], ...details }: Partial<RefusalBody> = answer ?? {};
  const refusal = new Refusal(response.status, error, { problems, details });
  if (quiet) throw refusal;
  if (refusal.status === 401) showSignInAgain(refusal.message);
  if (details.signedInAs !== undefined) showOtherPerson(refusal.message);
  throw refusal;
}

/** Asks the server whether it accepts a file, before the file is added to an entry. */
export const checkUpload = (file: File): Promise<object> =>
  send(() =>
    fetch(`/admin/api/file?${new URLSearchParams({ name: file.name }).toString()}`, {
      method: 'POST',
      headers: ownerHeader(),
      body: file,
    }),
  );

/** One action of the store. */
export const callStore = <Answer>(
  action: string,
  params: object,
  options?: RequestOptions,
): Promise<Answer> => request<Answer>('/admin/api/store', { branch: 'main', action, params }, options);
