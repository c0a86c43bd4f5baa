import { parse, serializeOuter } from 'parse5';
import { attributeOf, elementsIn, wordsIn } from '../html/tree.ts';
import { escapeHtml } from '../html/escape-html.ts';

/**
 * The page at an old address. It redirects without script. If a browser does not follow, readers see a link in the style
 * of the target page. It names the canonical address for search engines and is not in our own search index.
 */
export function redirectPage(target: string, address: string): string {
  const elements = elementsIn(parse(target));
  const valueIn = (tag: string, key: string, value: string, attribute: string): string | undefined => {
    const found = elements.find((each) => each.tagName === tag && attributeOf(each, key) === value);
    return found && attributeOf(found, attribute);
  };
  const titleElement = elements.find(({ tagName }) => tagName === 'title');
  const title = titleElement ? wordsIn(titleElement) : '';
  const name = valueIn('meta', 'name', 'ArticleTitle', 'content') ?? title;
  const canonical = valueIn('link', 'rel', 'canonical', 'href') ?? address;
  const view = elements.map((each) => attributeOf(each, 'data-view')).find((each) => each !== undefined);
  const sheets = elements
    .filter((each) => each.tagName === 'link' && attributeOf(each, 'rel') === 'stylesheet')
    .map((each) => serializeOuter(each));
  const href = escapeHtml(address);
  return `<!doctype html>
<html lang="zh-CN"${view === undefined ? '' : ` data-view="${escapeHtml(view)}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(canonical)}">
<meta http-equiv="refresh" content="0; url=${href}">
${sheets.join('\n')}
</head>
<body>
<main class="page frame">
<header class="page-head">
<h1>这一页换了地址</h1>
<p class="page-head__about">正在转到新地址。没有转过去，请点：<a href="${href}">${escapeHtml(name || address)}</a></p>
</header>
</main>
</body>
</html>
`;
}
