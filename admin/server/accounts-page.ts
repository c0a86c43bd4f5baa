import type { Account } from './accounts.ts';
import { escaped, page, textInput } from './page-frame.ts';
import type { Page } from './page-frame.ts';
import { may, roleNames } from './permissions.ts';
import type { Person } from './permissions.ts';
import { newPasswordInputs } from './sign-in-pages.ts';

/** Who can use the desk. The owner opens, closes and repairs accounts here; everybody sees who is who. */
export function accountsPage(person: Person, accounts: readonly Account[], notice?: Page['notice']): string {
  const manages = may(person, 'manageAccounts');
  return page({
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
  const deeds = manages
    ? `<td class="deeds">${username === person.username ? own : deedsFor(account)}</td>`
    : '';
  return `<tr><td>${escaped(name)}${state}</td><td>${escaped(username)}</td><td>${roleNames[role]}</td>${deeds}</tr>`;
}

const own = '<span class="hint">这是您自己</span>';

function deedsFor({ username, name, disabled }: Account): string {
  const who = `<input type="hidden" name="username" value="${escaped(username)}">`;
  const [deed, label] = disabled ? ['enable', '重新启用'] : ['disable', '停用'];
  return `<form method="post" action="/admin/accounts">${who}
<input name="password" type="password" autocomplete="new-password" required aria-label="${escaped(name)}的新密码" placeholder="新密码">
<button class="quiet" name="deed" value="reset">重设密码</button></form>
<form method="post" action="/admin/accounts">${who}<button class="quiet" name="deed" value="${deed}" aria-label="${label}${escaped(name)}的账号">${label}</button></form>`;
}

const newAccountForm = (): string => `<h2>新建账号</h2>
<form method="post" action="/admin/accounts">
${textInput({ name: 'name', label: '姓名', hint: '会显示在这个人保存和发布的内容旁边', autocomplete: 'off' })}
${textInput({ name: 'username', label: '用户名', hint: '登录时用，小写字母和数字，如 liqiang', autocomplete: 'off' })}
<p class="field"><label for="role">角色</label>
<select id="role" name="role"><option value="editor">编辑：写稿和发布</option><option value="owner">管理员：还能管理账号</option></select></p>
${newPasswordInputs()}
<button name="deed" value="add">建立账号</button>
</form>`;
