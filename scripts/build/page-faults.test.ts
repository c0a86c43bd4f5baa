import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onPage } from '../../src/html/page-fault.ts';
import { pageFaults } from './page-faults.ts';
import type { Fault } from './page-faults.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-page-faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Astro with a renderer of ours. Gives the answer for a page, and the faults that were written down. */
async function render(
  pathname: string,
  answer: () => Response | Promise<Response>,
  file: string | undefined = path.join(folder, 'faults'),
): Promise<{ body: string | undefined; faults: Fault[] }> {
  let wrapped: AstroPrerenderer | undefined;
  const astro = { name: 'astro:default', getStaticPaths: () => [], render: async () => answer() };
  const start = pageFaults(file).hooks['astro:build:start'] as unknown as (options: object) => void;
  start({
    setPrerenderer: (wrap: (inner: unknown) => AstroPrerenderer) => {
      wrapped = wrap(astro);
    },
  });
  const used = wrapped ?? (astro as unknown as AstroPrerenderer);
  const request = new Request(`http://localhost${pathname}`);
  const result = (await used.render(request, { routeData: {} } as never)) as Response;
  const lines = (await readFile(path.join(folder, 'faults'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean);
  return {
    body: result.body ? await result.text() : undefined,
    faults: lines.map((line) => JSON.parse(line) as Fault),
  };
}

const failing = (error: Error): Response =>
  new Response(
    new ReadableStream({
      pull: (controller) => {
        controller.error(error);
      },
    }),
  );

test('a page that is fine stays as it is', async () => {
  expect(await render('/a/', () => new Response('页'))).toEqual({ body: '页', faults: [] });
});

test('a page that fails at once or while it is read is not written, and is named', async () => {
  const at = await render('/notices/2026/a/%E8%A1%A8.pdf', () => Promise.reject(new Error('一')));
  expect(at).toEqual({
    body: undefined,
    faults: [{ address: '/notices/2026/a/表.pdf', message: '/notices/2026/a/表.pdf: 一' }],
  });
  const later = await render('/b/', () => failing(new Error('二')));
  expect(later.body).toBeUndefined();
  expect(later.faults[1]).toEqual({ address: '/b/', message: '/b/: 二' });
});

test('an error that names an entry names it, not the page of the list', async () => {
  const { faults } = await render('/rss.xml', () =>
    onPage('/notices/2026/a/', () => Promise.reject(new Error('三'))),
  );
  expect(faults).toEqual([{ address: '/notices/2026/a/', message: '/rss.xml: 三' }]);
});

test('the innermost entry is named, and errors without it stop the build as before', async () => {
  const inner = () =>
    onPage('/b/', () =>
      onPage('/a/', () => {
        throw new Error('x');
      }),
    );
  expect(inner).toThrow(expect.objectContaining({ address: '/a/', message: 'x' }) as Error);
  expect(onPage('/a/', () => 1)).toBe(1);
});
