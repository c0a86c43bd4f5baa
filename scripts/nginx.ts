// What for: writes docs/nginx.conf, which serves the site as static files with the headers of our own server, and
//           docs/nginx-desk.conf, a proxy with https in front of the server.
// How: node scripts/run.mjs nginx [folder]   (default docs; SITE_URL and BASE_PATH as for the build, SITE_ROOT for the
//      folder of the built site; tests/docs.test.ts compares the files in docs with the server's headers)
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deskConfiguration } from './nginx/desk-configuration.ts';
import { usual } from './nginx/options.ts';
import { siteConfiguration } from './nginx/site-configuration.ts';

/** BASE_PATH as operators write it: `/hub/`, `hub`. */
const basePathOf = (text = ''): string => {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
};

if (import.meta.main) {
  const folder = process.argv[2] ?? 'docs';
  const { SITE_URL: siteUrl = usual.siteUrl, BASE_PATH, SITE_ROOT: root } = process.env;
  const options = { siteUrl, basePath: basePathOf(BASE_PATH), ...(root ? { root } : {}) };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'nginx.conf'), siteConfiguration(options));
  await writeFile(path.join(folder, 'nginx-desk.conf'), deskConfiguration(options));
  process.stdout.write(`Wrote nginx.conf and nginx-desk.conf into ${folder}.\n`);
}
