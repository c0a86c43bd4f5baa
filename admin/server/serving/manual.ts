import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Hono } from 'hono';
import { escapeHtml } from '../../../src/html/escape-html.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import type { RenderedHeading } from '../../../src/markdown/render.ts';
import type { AppEnv } from '../app-context.ts';
import { showPage } from '../app-context.ts';
import { renderPage } from '../accounts/page-layout.ts';
import { sendFile } from './send-file.ts';
import { fileAt } from './site-files.ts';

const title = '使用手册';
const pictures = 'editing';

/**
 * The editors' manual, docs/editing.zh-CN.md, as a page of the desk. It does not require sign-in, because it explains
 * how to sign in.
 */
export function manualRoutes(app: Hono<AppEnv>): void {
  app.get('/admin/manual', (c) => c.redirect('/admin/manual/', 301));
  app.get('/admin/manual/', async (c) => {
    const { settings, accounts } = c.var.desk;
    const docs = path.join(settings.project, 'docs');
    const [body, person] = await Promise.all([manualBody(docs), accounts.personOf(c.req.raw.headers)]);
    return showPage(c, renderPage({ title, body, person, stylesheet: '/admin/manual/manual.css' }));
  });
  app.get('/admin/manual/manual.css', (c) => file(c, import.meta.dirname, '/manual.css'));
  app.get(`/admin/manual/${pictures}/:name{[a-z0-9-]+\\.png}`, (c) =>
    file(c, path.join(c.var.desk.settings.project, 'docs', pictures), `/${c.req.param('name')}`),
  );
}

async function file(c: Context<AppEnv>, folder: string, name: string): Promise<Response> {
  const found = await fileAt(folder, name);
  return found ? sendFile(c.req.raw, found, { policy: 'form', cache: 'no-cache' }) : c.notFound();
}

/** HTML of the manual with a table of contents. `docs` is the folder of the Markdown file. */
export async function manualBody(docs: string): Promise<string> {
  const text = await readFile(path.join(docs, 'editing.zh-CN.md'), 'utf8');
  // The page layout already contains the title.
  const source = text.replace(/^# .*\n/, '');
  const sizes = new Map(
    await Promise.all(
      renderMarkdown(source).pictures.map(
        async ({ src }) => [src, await sizeOf(path.join(docs, src))] as const,
      ),
    ),
  );
  const { html, headings } = renderMarkdown(source, {
    // Width and height prevent layout shifts while pictures load.
    picture: ({ src, alt }) => {
      const [width, height] = sizes.get(src) ?? [0, 0];
      return `src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${String(width)}" height="${String(height)}"`;
    },
  });
  return `${contents(headings)}<div class="manual">${html}</div>`;
}

const contents = (
  headings: readonly RenderedHeading[],
): string => `<nav class="contents" aria-label="目录"><ol>
${headings
  .filter(({ depth }) => depth === 2)
  .map(({ slug, text }) => `<li><a href="#${escapeHtml(slug)}">${escapeHtml(text)}</a></li>`)
  .join('\n')}
</ol></nav>`;

/** Reads width and height from the header of a PNG file. */
async function sizeOf(png: string): Promise<[width: number, height: number]> {
  const bytes = await readFile(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
