import { escapeHtml } from '../../../src/html/escape-html.ts';
import type { Person } from './permissions.ts';

export interface PageOptions {
  title: string;
  /** HTML; user input must be escaped. */
  body: string;
  person?: Person | undefined;
  /** A message about success, or about an error to fix. */
  notice?: { kind: 'done' | 'error'; text: string } | undefined;
  refreshSeconds?: number;
  /** URL of an additional style sheet. */
  stylesheet?: string;
}

/** Layout of the server-rendered pages: sign-in, accounts, manual. No script. */
export function renderPage({ title, body, person, notice, refreshSeconds, stylesheet }: PageOptions): string {
  const refresh =
    refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${String(refreshSeconds)}">`;
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/admin/forms.css">
${stylesheet === undefined ? '' : `<link rel="stylesheet" href="${stylesheet}">`}
</head>
<body>
${person ? navigation(person) : ''}
<main>
<h1>${escapeHtml(title)}</h1>
${notice ? `<p class="notice ${notice.kind}" role="${notice.kind === 'error' ? 'alert' : 'status'}">${escapeHtml(notice.text)}</p>` : ''}
${body}
</main>
</body>
</html>
`;
}

function navigation(person: Person): string {
  return `<header>
<nav aria-label="编辑台">
<a href="/admin/">编辑台</a>
<a href="/admin/accounts">账号</a>
<a href="/admin/password">修改密码</a>
<a href="/admin/manual/">使用手册</a>
</nav>
<form method="post" action="/admin/sign-out"><span>${escapeHtml(person.name)}</span><button class="quiet">退出</button></form>
</header>`;
}

export interface TextInput {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'password';
  /** For password managers. */
  autocomplete: string;
  value?: string;
  focus?: boolean;
}

export function textInput({
  name,
  label,
  hint,
  type = 'text',
  autocomplete,
  value = '',
  focus,
}: TextInput): string {
  const described = hint === undefined ? '' : ` aria-describedby="${name}-hint"`;
  return `<p class="field"><label for="${name}">${escapeHtml(label)}</label>
${hint === undefined ? '' : `<span class="hint" id="${name}-hint">${escapeHtml(hint)}</span>`}
<input id="${name}" name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" required${described}${focus ? ' autofocus' : ''} spellcheck="false" autocapitalize="none"></p>`;
}
