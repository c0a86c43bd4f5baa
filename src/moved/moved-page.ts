import { escaped } from '../site/escaped.ts';

/**
 * The page at an old address. It goes on by itself, without script; who comes with a program that does not sees where
 * to. Search engines are told the address that counts, and our own search does not hold it.
 */
export function movedPage(target: string, address: string): string {
  // Both are written by our own layout, escaped already.
  const title = /<title>([^<]*)<\/title>/.exec(target)?.[1] ?? '';
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(target)?.[1] ?? escaped(address);
  const href = escaped(address);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<main>
<h1>这一页换了地址</h1>
<p>正在转到新地址。没有转过去，请点：<a href="${href}">${title || href}</a></p>
</main>
</body>
</html>
`;
}
