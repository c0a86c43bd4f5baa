import { escaped } from '../site/escaped.ts';

/**
 * The page at an old address. It goes on by itself, without script; who comes with a program that does not sees where
 * to, in the looks of the page it leads to. Search engines are told the address that counts, and our own search does
 * not hold it.
 */
export function movedPage(target: string, address: string): string {
  // All of these are written by our own layout, escaped already.
  const title = /<title>([^<]*)<\/title>/.exec(target)?.[1] ?? '';
  const name = /<meta name="ArticleTitle" content="([^"]*)"/.exec(target)?.[1] ?? title;
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(target)?.[1] ?? escaped(address);
  const view = /<html\b[^>]* (data-view="[^"]*")/.exec(target)?.[1];
  const sheets = target.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  const href = escaped(address);
  return `<!doctype html>
<html lang="zh-CN"${view === undefined ? '' : ` ${view}`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${href}">
${sheets.join('\n')}
</head>
<body>
<main class="page frame">
<header class="page-head">
<h1>这一页换了地址</h1>
<p class="page-head__about">正在转到新地址。没有转过去，请点：<a href="${href}">${name || href}</a></p>
</header>
</main>
</body>
</html>
`;
}
