import { securityHeaders } from './security-headers.ts';
import { renderPage } from '../accounts/page-layout.ts';

/** Shown before the first release. It refreshes itself without a script. */
export function waitingPage(): Response {
  const html = renderPage({
    title: '正在生成网站',
    refreshSeconds: 5,
    body: `<p>第一次启动要生成全部页面，通常不到一分钟。</p>
<p>这一页每 5 秒自动刷新，网站好了就会出现。</p>`,
  });
  return new Response(html, {
    status: 503,
    headers: {
      ...securityHeaders('form'),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '5',
    },
  });
}
