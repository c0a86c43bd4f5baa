import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { accountsPage } from './accounts-page.ts';
import type { AppEnv } from '../app-context.ts';
import { setCookies, showPage } from '../app-context.ts';
import { clientAddress } from '../requests/client-address.ts';
import { invalidRequest, plainText } from '../requests/invalid-request.ts';
import { readForm, readQuery } from '../requests/read-request.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { readRole } from './permissions.ts';
import { Refusal } from '../../shared/refusal.ts';
import { requirePermission } from './require-permission.ts';
import { firstRunElsewherePage, firstRunPage, passwordPage, signInPage } from './sign-in-pages.ts';

/** Shared by the page and the JSON API. */
export const managesAccounts = requirePermission('manageAccounts', '账号由管理员管理，需要时请找管理员。');

/** Sign-in, sign-out, first account, account management and password change, as plain HTML forms. */
export function accountRoutes(app: Hono<AppEnv>): void {
  app.get('/admin/sign-in', (c) => {
    const { accounts } = c.var.desk;
    if (accounts.isEmpty()) return c.redirect('/admin/first-run', 303);
    const done = c.req.query('changed') === undefined ? undefined : '密码改好了，请用新密码登录。';
    const { next } = readQuery(c, ['next']);
    return showPage(c, signInPage({ next, ...(done ? { done } : {}) }));
  });
  app.post('/admin/sign-in', async (c) => {
    const { username, password, next } = await readForm(c, ['username', 'password', 'next']);
    return orShowForm(
      c,
      async () => {
        await signIn(c, username, password);
        return c.redirect(localRedirect(next), 303);
      },
      (error) => signInPage({ username, error, next }),
    );
  });
  app.post('/admin/sign-out', async (c) => {
    const { accounts } = c.var.desk;
    setCookies(c, await accounts.signOut(c.req.raw.headers));
    return c.redirect('/admin/sign-in', 303);
  });

  app.get('/admin/first-run', (c) => {
    const { accounts, firstRun } = c.var.desk;
    if (!accounts.isEmpty()) return c.redirect('/admin/sign-in', 303);
    const { token } = readQuery(c, ['token']);
    return firstRun.matches(token)
      ? showPage(c, firstRunPage(token))
      : showPage(c, firstRunElsewherePage(), 403);
  });
  app.post('/admin/first-run', async (c) => {
    const { accounts, firstRun, log } = c.var.desk;
    const sent = await readForm(c, ['token', 'username', 'name', 'password', 'again']);
    const { token, username, name, password, again } = sent;
    if (!firstRun.matches(token)) return showPage(c, firstRunElsewherePage(), 403);
    return orShowForm(
      c,
      async () => {
        assertRepeated(password, again);
        await accounts.createFirst({ username, name, password });
        await firstRun.close();
        log(`first account ${username.trim().toLowerCase()} created`);
        await signIn(c, username, password);
        return c.redirect('/admin/', 303);
      },
      (error) => firstRunPage(token, { username, name, error }),
    );
  });

  app.get('/admin/password', (c) => showPage(c, passwordPage(c.var.person)));
  app.post('/admin/password', async (c) => {
    const person = c.var.person!;
    const { accounts, log } = c.var.desk;
    const { old, password, again } = await readForm(c, ['old', 'password', 'again']);
    return orShowForm(
      c,
      async () => {
        assertRepeated(password, again);
        await accounts.changePassword(person, old, password);
        log(`${person.username} changed their password`);
        return c.redirect('/admin/sign-in?changed', 303);
      },
      (error) => passwordPage(person, error),
    );
  });

  app.get('/admin/accounts', requirePermission('read'), (c) =>
    showPage(c, accountsPage(c.var.person!, c.var.desk.accounts.list())),
  );
  app.post('/admin/accounts', managesAccounts, async (c) => {
    const person = c.var.person!;
    const { accounts, log } = c.var.desk;
    const fields = await readForm(c, ['action', 'username', 'name', 'password', 'again', 'role']);
    return orShowForm(
      c,
      async () => {
        const text = await changeAccounts(accounts, fields);
        log(`${person.username}: ${fields.action} account ${fields.username}`);
        return showPage(c, accountsPage(person, accounts.list(), { kind: 'done', text }));
      },
      (text) => accountsPage(person, accounts.list(), { kind: 'error', text }),
    );
  });
}

/** A change of an account, as JSON. What the fields may contain is in account-rules.ts. */
const field = plainText(2000).optional();
export const accountChange = z.object({
  action: plainText(100),
  username: field,
  name: field,
  password: field,
  again: field,
  role: field,
});

/** Executes an action of the accounts page and returns a message. */
export async function changeAccounts(
  accounts: Accounts,
  { action, username = '', name = '', password = '', again, role = '' }: z.output<typeof accountChange>,
): Promise<string> {
  switch (action) {
    case 'add': {
      assertRepeated(password, again ?? password);
      const made = await accounts.create({ username, name, password, role: readRole(role) });
      return `已给${made.name}建好账号 ${made.username}。请把用户名和密码告诉本人，并请本人登录后修改密码。`;
    }
    case 'reset':
      await accounts.setPassword(username, password);
      return `已重设 ${username} 的密码。这个账号原来的登录都已退出。`;
    case 'disable':
      await accounts.setDisabled(username, true);
      return `已停用 ${username}。写过的内容都还在，账号可以随时重新启用。`;
    case 'enable':
      await accounts.setDisabled(username, false);
      return `已重新启用 ${username}。`;
    default:
      throw invalidRequest([{ where: 'action', what: 'is no action for accounts' }]);
  }
}

async function signIn(c: Context<AppEnv>, username: string, password: string): Promise<void> {
  const { accounts, log, settings } = c.var.desk;
  const address = clientAddress(c, settings.proxies);
  const name = username.trim().toLowerCase();
  const device = await knownDevice(c, name);
  try {
    setCookies(c, await accounts.signIn({ username, password, address, device }));
    await rememberDevice(c, name, device);
    log(`${name} signed in from ${address}`);
  } catch (error) {
    if (error instanceof Refusal)
      logRefused(log, `sign-in refused (${String(error.status)}) from ${address}`);
    throw error;
  }
}

const mostRefusedLines = 60;
let refusedLines = { count: 0, minute: 0 };

/** A flood of sign-ins must not fill the disk with its log. */
function logRefused(log: (line: string) => void, line: string): void {
  const minute = Math.floor(Date.now() / 60_000);
  if (refusedLines.minute !== minute) refusedLines = { count: 0, minute };
  refusedLines.count++;
  if (refusedLines.count <= mostRefusedLines) log(line);
  else if (refusedLines.count === mostRefusedLines + 1) log('more refused sign-ins in this minute');
}

/** Shows the form again with its values and the message if the action is refused. */
async function orShowForm(
  c: Context<AppEnv>,
  answer: () => Promise<Response>,
  again: (sentence: string) => string,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { retrySeconds } = error.details;
    if (retrySeconds !== undefined) c.header('Retry-After', String(retrySeconds));
    return showPage(c, again(error.message), error.status);
  }
}

function assertRepeated(password: string, again: string): void {
  if (password !== again) throw new Refusal(422, '两遍新密码写得不一样，请再写一次。');
}

/** The page after sign-in: only pages of the desk, to prevent open redirects. */
const localRedirect = (next: string): string =>
  /^\/admin\/(?![/\\])[\w\-/.?=&#%]*$/.test(next) ? next : '/admin/';
