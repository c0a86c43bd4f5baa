import { escapeHtml } from '../../../src/html/escape-html.ts';
import { roles } from '../../shared/roles.ts';
import { renderPage, textInput } from './page-layout.ts';
import type { PageOptions } from './page-layout.ts';
import { may, roleName } from './permissions.ts';
import type { Person } from './permissions.ts';
import { newPasswordInputs } from './sign-in-pages.ts';
import type { Account } from './user-rows.ts';

/** The list of accounts. Only account managers get the forms to change them. */
export function accountsPage(
  person: Person,
  accounts: readonly Account[],
  notice?: PageOptions['notice'],
): string {
  const manages = may(person, 'manageAccounts');
  return renderPage({
    title: '账号',
    person,
    notice,
    body: `<div class="people"><table>
<thead><tr><th scope="col">姓名</th><th scope="col">用户名</th><th scope="col">角色</th>${manages ? '<th scope="col">管理</th>' : ''}</tr></thead>
<tbody>${accounts.map((account) => row(account, person, manages)).join('\n')}</tbody>
</table></div>
${manages ? newAccountForm() : '<p class="hint">开账号、停用账号和重设密码，请找管理员。</p>'}`,
  });
}

function row(account: Account, person: Person, manages: boolean): string {
  const { username, name, role, disabled } = account;
  const state = disabled ? '<span class="off">（已停用）</span>' : '';
  const actions = manages
    ? `<td class="actions">${username === person.username ? own : actionsFor(account)}</td>`
    : '';
  return `<tr><td>${escapeHtml(name)}${state}</td><td>${escapeHtml(username)}</td><td>${escapeHtml(roleName(role))}</td>${actions}</tr>`;
}

const own = '<span class="hint">这是您自己</span>';

function actionsFor({ username, name, disabled }: Account): string {
  const who = `<input type="hidden" name="username" value="${escapeHtml(username)}">`;
  const [action, label] = disabled ? ['enable', '重新启用'] : ['disable', '停用'];
  return `<form method="post" action="/admin/accounts">${who}
<input name="password" type="password" autocomplete="new-password" required aria-label="${escapeHtml(name)}的新密码" placeholder="新密码">
<button class="quiet" name="action" value="reset">重设密码</button></form>
<form method="post" action="/admin/accounts">${who}<button class="quiet" name="action" value="${action}" aria-label="${label}${escapeHtml(name)}的账号">${label}</button></form>`;
}

const roleOptions = Object.entries(roles)
  .map(([role, { name, summary }]) => `<option value="${role}">${name}：${summary}</option>`)
  .join('');

const newAccountForm = (): string => `<h2>新建账号</h2>
<form method="post" action="/admin/accounts">
${textInput({ name: 'name', label: '姓名', hint: '会显示在这个人保存和发布的内容旁边', autocomplete: 'off' })}
${textInput({ name: 'username', label: '用户名', hint: '登录时用，小写字母和数字，如 liqiang', autocomplete: 'off' })}
<p class="field"><label for="role">角色</label>
<select id="role" name="role">${roleOptions}</select></p>
${newPasswordInputs()}
<button name="action" value="add">建立账号</button>
</form>`;
