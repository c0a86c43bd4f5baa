import { escapeHtml } from '../../../src/html/escape-html.ts';
import { renderPage, textInput } from './page-layout.ts';

/** HTML of the sign-in, first-run and password pages. The routes are in account-routes.ts. */

export function signInPage(
  values: { username?: string; error?: string; done?: string; next?: string } = {},
): string {
  const { username = '', error, done, next = '' } = values;
  return renderPage({
    title: '登录编辑台',
    notice:
      error !== undefined
        ? { kind: 'error', text: error }
        : done !== undefined
          ? { kind: 'done', text: done }
          : undefined,
    body: `<form method="post" action="/admin/sign-in">
<input type="hidden" name="next" value="${escapeHtml(next)}">
${textInput({ name: 'username', label: '用户名', autocomplete: 'username', value: username, focus: username === '' })}
${textInput({ name: 'password', label: '密码', type: 'password', autocomplete: 'current-password', focus: username !== '' })}
<button>登录</button>
</form>
<p><a href="/admin/manual/">使用手册</a></p>`,
  });
}

export function firstRunPage(
  token: string,
  values: { username?: string; name?: string; error?: string } = {},
): string {
  return renderPage({
    title: '建立第一个账号',
    notice: values.error === undefined ? undefined : { kind: 'error', text: values.error },
    body: `<p>这是管理员账号：可以写稿、发布，也可以给其他人开账号。</p>
<form method="post" action="/admin/first-run">
<input type="hidden" name="token" value="${escapeHtml(token)}">
${textInput({ name: 'name', label: '姓名', hint: '会显示在您保存和发布的内容旁边', autocomplete: 'name', value: values.name ?? '', focus: true })}
${textInput({ name: 'username', label: '用户名', hint: '登录时用，小写字母和数字，如 zhangmin', autocomplete: 'username', value: values.username ?? '' })}
${newPasswordInputs()}
<button>建立账号并登录</button>
</form>`,
  });
}

export const firstRunElsewherePage = (): string =>
  renderPage({
    title: '请用启动时显示的链接',
    body: `<p>这个平台还没有账号。为了不让别人抢先建立管理员账号，第一个账号要从专用链接建立。</p>
<p>请看启动平台的那个窗口，打开其中含有 <code>/admin/first-run?token=</code> 的那一行。窗口已经关了的话，链接也写在数据文件夹的 <code>first-run</code> 文件里；重新启动会得到新的链接。</p>`,
  });

export function passwordPage(person: Parameters<typeof renderPage>[0]['person'], error?: string): string {
  return renderPage({
    title: '修改密码',
    person,
    notice: error === undefined ? undefined : { kind: 'error', text: error },
    body: `<p>改好后，所有地方的登录都会退出，请用新密码重新登录。还没保存的内容请先保存。</p>
<form method="post" action="/admin/password">
<input type="hidden" name="username" autocomplete="username" value="${escapeHtml(person?.username ?? '')}">
${textInput({ name: 'old', label: '现在的密码', type: 'password', autocomplete: 'current-password', focus: true })}
${newPasswordInputs()}
<button>修改密码</button>
</form>`,
  });
}

export const newPasswordInputs = (): string =>
  textInput({
    name: 'password',
    label: '新密码',
    hint: '至少 10 个字符，可以用几个词连成一句',
    type: 'password',
    autocomplete: 'new-password',
  }) + textInput({ name: 'again', label: '再写一遍', type: 'password', autocomplete: 'new-password' });
