import path from 'node:path';
import { readMirrorUrl } from './mirror/mirror-target.ts';
import type { MirrorTarget } from './mirror/mirror-target.ts';
import { siteCode } from '../../scripts/site-code.mjs';

export interface Settings {
  host: string;
  port: number;
  /** The folder of the code, with content/, scripts/ and admin/ in it. */
  project: string;
  data: string;
  repository: string;
  contentFolder: string;
  accountsFile: string;
  secretFile: string;
  /** `/hub` or an empty string. */
  basePath: string;
  /** The public URL; with https, cookies are secure. */
  siteUrl: string;
  secure: boolean;
  /** Allowed host names, in addition to IP addresses and localhost. */
  hostNames: readonly string[];
  /** The origin of `SITE_URL`; undefined if the operator has not set it. */
  siteOrigin: string | undefined;
  /** The number of reverse proxies in front of the server that add to X-Forwarded-For; 0 without one. */
  proxies: number;
  production: boolean;
  /** Hash of everything except content that influences the site; a new hash needs a new release. */
  code: string;
  buildCommand: readonly string[];
  buildMinutes: number;
  /** How often a desk that could not be opened is tried again: a full disk or a restore needs no restart. */
  retryMs: number;
  /** Where published content is pushed after every publication. */
  mirror: MirrorTarget | undefined;
}

/** Reads the settings from environment variables. All have defaults that work on one machine. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const project = path.resolve(env['HUB_PROJECT'] ?? path.join(import.meta.dirname, '..', '..'));
  const data = path.resolve(env['HUB_DATA'] ?? path.join(project, 'data'));
  const host = env['HOST'] ?? '127.0.0.1';
  const port = readNumber(env, 'PORT', 4321);
  const given = readSiteUrl(env['SITE_URL'] ?? '');
  const siteUrl = given ?? `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  const command = env['HUB_BUILD_COMMAND'];
  return {
    host,
    port,
    project,
    data,
    repository: path.join(data, 'store.git'),
    contentFolder: path.resolve(project, env['CONTENT_DIR'] ?? 'content'),
    accountsFile: path.join(data, 'accounts.sqlite'),
    secretFile: path.join(data, 'secret'),
    basePath: readBasePath(env['BASE_PATH'] ?? ''),
    siteUrl,
    secure: new URL(siteUrl).protocol === 'https:',
    hostNames: [new URL(siteUrl).hostname, ...(env['ALLOWED_HOSTS'] ?? '').split(',')]
      .map(hostName)
      .filter((name) => name !== ''),
    siteOrigin: given === undefined ? undefined : new URL(given).origin,
    proxies: readProxies(env['TRUST_PROXY'] ?? ''),
    production: env['SITE_MODE'] === 'production',
    code: [siteCode(project), env['BASE_PATH'], env['SITE_URL'], env['SITE_MODE'], env['OFFLINE']]
      .filter(Boolean)
      .join(' '),
    buildCommand:
      command === undefined
        ? [process.execPath, path.join(project, 'scripts', 'build.ts')]
        : (JSON.parse(command) as string[]),
    buildMinutes: readNumber(env, 'HUB_BUILD_MINUTES', 15),
    retryMs: readNumber(env, 'HUB_RETRY_MS', 30_000),
    mirror: readMirrorUrl(env['MIRROR_URL'], data),
  };
}

function readNumber(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new Error(`${name} has to be a whole number, but is "${text}".`);
}

function readSiteUrl(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  if (/^https?:$/.test(URL.parse(text.trim())?.protocol ?? '')) return text.trim();
  throw new Error(`SITE_URL has to be an address such as https://hub.example.edu.cn, but is "${text}".`);
}

/** As browsers send it: in lower case, Chinese characters encoded, without a port. */
function hostName(text: string): string {
  const name = text.trim();
  return name === '' ? '' : (URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase());
}

/** `1`, or the number of proxies. A wrong value must not be taken for "none": everybody would share one address. */
function readProxies(text: string): number {
  const word = text.trim().toLowerCase();
  if (['', 'off', 'false', 'no'].includes(word)) return 0;
  if (['on', 'true', 'yes'].includes(word)) return 1;
  if (/^\d$/.test(word)) return Number(word);
  throw new Error(`TRUST_PROXY has to be the number of proxies in front of the server, but is "${text}".`);
}

function readBasePath(text: string): string {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
