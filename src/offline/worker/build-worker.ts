import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { namedInPage } from '../named-assets.ts';

/** The oldest supported browsers. */
const browsers = ['chrome90', 'firefox100', 'safari15'];

/**
 * Bundles the service worker to `sw.js` at the root of a built site. Its release is a hash of the worker and of the
 * offline pages, so browsers update it when, and only when, one of these has changed.
 *
 * With `on: false` it writes a worker that deletes everything stored and unregisters itself.
 */
export async function buildWorker(site: string, { base, on }: { base: string; on: boolean }): Promise<void> {
  const code = await bundled(on ? 'worker.ts' : 'switched-off.ts');
  const hash = createHash('sha256').update(code);
  for (const view of on ? ['', 'elder/'] : [])
    hash.update(await contentOf(site, `${view}offline/index.html`, base));
  const release = hash.digest('hex').slice(0, 12);
  await writeFile(path.join(site, 'sw.js'), code.replaceAll(placeholder, release));
}

const placeholder = 'RELEASE_OF_THE_HUB';

async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    define: { hubRelease: JSON.stringify(placeholder), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: browsers,
      // One classic script: Firefox before 111 does not support modules in a service worker.
      lib: {
        entry: path.join(import.meta.dirname, entry),
        formats: ['iife'],
        name: 'hub',
        fileName: () => 'sw.js',
      },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error(`The worker ${entry} was not bundled.`);
  const [chunk] = output.output;
  return chunk.code;
}

/** The page and the names of its files, which contain hashes of their content. */
async function contentOf(site: string, name: string, base: string): Promise<string> {
  const html = await readFile(path.join(site, name), 'utf8');
  return html + JSON.stringify(namedInPage(html, base));
}
