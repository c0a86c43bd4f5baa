/** Why a page does not come directly from the site. */
export type OfflineNote = { kept: number } | { missing: true };

/**
 * Adds a line at the top that says where the page comes from: a stored page may be old, and a withdrawn notice must not
 * look valid. Pages without our frame (slides, booklets) stay unchanged.
 */
export async function withOfflineNote(page: Response, note: OfflineNote): Promise<Response> {
  const html = await page.text();
  const headers = new Headers(page.headers);
  const status = 'missing' in note ? 503 : 200;
  const at = html.includes('class="site-head"') ? html.search(/<main\b/) : -1;
  if (at < 0) return new Response(html, { status, headers });
  const end = html.indexOf('>', at) + 1;
  return new Response(html.slice(0, end) + lineOf(note) + html.slice(end), { status, headers });
}

function lineOf(note: OfflineNote): string {
  const [kind, text] =
    'missing' in note
      ? ['missing', '没有连上网站，您要看的这一页也没有存在这台设备上。<a href="">再试一次</a>']
      : ['kept', `没有连上网站。您看到的是${spokenMoment(note.kept)}存在这台设备上的页面。`];
  return `<p class="state-note state-note--caution no-print" data-kept-note="${kind}">${text}</p>`;
}

/** `11月26日 10:30`, in the reader's time zone. */
export function spokenMoment(moment: number): string {
  const at = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(at.getMonth() + 1)}月${String(at.getDate())}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
}
