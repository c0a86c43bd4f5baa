// What for: writes docs/nginx.conf, which serves the site as static files with the headers of our own server, and
//           docs/nginx-desk.conf, a proxy with https in front of the server.
// How: node scripts/run.mjs nginx [folder]   (default docs; SITE_URL and BASE_PATH as for the build, SITE_ROOT for the
//      folder of the built site; tests/docs.test.ts compares the files in docs with the server's headers)
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isCompressible, mediaTypes } from '../admin/server/serving/media-types.ts';
import {
  commonHeaders,
  policies,
  policyText,
  transportSecurity,
} from '../admin/server/serving/security-headers.ts';
import type { PolicyName } from '../admin/server/serving/security-headers.ts';

export interface NginxOptions {
  /** The address of the site. With https, nginx has the certificate and sends http to https. */
  siteUrl: string;
  /** `/hub` or an empty string, as for the build. */
  basePath?: string;
  /** The folder that `npm run build` wrote. With a base path, its last name has to be that of the base path. */
  root?: string;
  /** The address of our server. */
  server?: string;
  /** Where nginx listens, if not at the usual ports. */
  ports?: { http: string; https: string };
  /** The certificate and its key. */
  certificate?: { chain: string; key: string };
}

export const usual: NginxOptions = { siteUrl: 'https://hub.example.edu.cn' };

/** In the order in which nginx tries them. Addresses are decoded, as nginx sees them. */
const policyRules: readonly [pattern: string, policy: PolicyName][] = [
  // An SVG opened directly is a document that could run scripts, and so might any other file that an editor uploaded.
  ['~*\\.svg$', 'file'],
  // Chromium's viewer shows no PDF that has a sandbox.
  ['~*^BASE/files/.*\\.pdf$', 'site'],
  ['~^BASE/files/', 'file'],
  // Handouts are single files with their styles in them, and without any script.
  ['~^BASE/handouts/', 'handout'],
  // Search runs in WebAssembly, which the browser counts as evaluation.
  ['~^BASE/(?:elder/search|search|pagefind)/', 'search'],
];

const cacheRules: readonly [pattern: string, cache: string][] = [
  // The status comes first. A redirect has no rule of its own: an editor may use the name again.
  ['~^30', ''],
  ['~^[45]', 'no-cache'],
  // Names with a fingerprint of their content: they never change.
  ['"~^\\d+ BASE/(?:_astro/|pagefind/.*[._][0-9a-f]{7,}\\.)"', 'public, max-age=31536000, immutable'],
  // Pages, and files that name files of their release.
  ['"~^\\d+ BASE/(?:pagefind/|sw\\.js$|paths/[^/]+/offline\\.json$)"', 'no-cache'],
  ['~\\.html$', 'no-cache'],
];

/** The public site as static files. */
export function siteConfiguration(options: NginxOptions): string {
  const { basePath = '', root = `/srv/hub${basePath}` } = options;
  const at = (pattern: string): string => pattern.replace('BASE', basePath.replaceAll(/[.+]/g, '\\$&'));
  const rows = (rules: readonly [string, string][]): string =>
    rules.map(([pattern, value]) => `    ${at(pattern)} "${value}";`).join('\n');
  const headers = { ...commonHeaders, ...transportSecurity(options.siteUrl) };
  return `# The public site as pure files. Made by: node scripts/run.mjs nginx
# It belongs into the http part of nginx, such as /etc/nginx/conf.d/. Put the folder that \`npm run build\` wrote at
# ${root}, or set SITE_ROOT, SITE_URL and BASE_PATH and make this file again.
map $uri $hub_policy {
    default "${policyText(policies.site)}";
${rows(policyRules.map(([pattern, name]) => [pattern, policyText(policies[name])]))}
}

map "$status $uri" $hub_cache {
    default "public, max-age=300";
${rows(cacheRules)}
}
${httpServer(options)}
server {
${listens(options)}
    root ${basePath === '' ? root : path.posix.dirname(root)};
    index index.html;
    error_page 403 404 =404 ${basePath}/404.html;
    # Redirects are relative, so they stay at the address that the reader used, whatever is in front.
    absolute_redirect off;
    server_tokens off;
    # Room for a long question in the address of the search page; no request has a body.
    large_client_header_buffers 4 32k;
    client_max_body_size 64k;

    # The same names for types as our server.
    default_type application/octet-stream;
    charset utf-8;
    charset_types ${withCharset.join(' ')};
    types {
${typeLines}
    }

    gzip on;
    gzip_vary on;
    gzip_min_length 700;
    gzip_types ${packed.join(' ')};

    # Every answer has these; no location below may have headers of its own.
${Object.entries(headers)
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join('\n')}
    add_header Content-Security-Policy $hub_policy always;
    add_header Cache-Control $hub_cache always;

    location ${basePath}/ {
        try_files $uri $uri/ =404;
    }

    location ${basePath}/elder/ {
        error_page 403 404 =404 ${basePath}/elder/404.html;
        try_files $uri $uri/ =404;
    }
${basePath === '' ? '' : atBase(basePath)}
    # Names that begin with a dot are not part of the site.
    location ~ /\\. {
        return 404;
    }
}
`;
}

const atBase = (basePath: string): string => `
    location = / {
        return 301 ${basePath}/$is_args$args;
    }

    location = ${basePath} {
        return 301 ${basePath}/$is_args$args;
    }

    location / {
        return 404;
    }
`;

/** https in front of our server, which sends all headers itself. */
export function deskConfiguration(options: NginxOptions): string {
  const { server = '127.0.0.1:4321' } = options;
  return `# https in front of the server with site and desk. Made by: node scripts/run.mjs nginx
# Start the server with SITE_URL=${options.siteUrl} TRUST_PROXY=1. All headers for security come from it.
${httpServer(options)}
server {
${listens(options)}
    server_tokens off;
    # As much as the server takes: a page of text in the address of the search, 64 KB in the forms.
    large_client_header_buffers 4 32k;
    client_max_body_size 1m;
    client_header_timeout 30s;
    client_body_timeout 60s;

    proxy_http_version 1.1;
    proxy_set_header Connection "";
    # The desk compares the address of the page with this.
    proxy_set_header Host $http_host;
    # Only the address that nginx sees: what a browser sends under this name is not passed on.
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-Host "";
    proxy_set_header Forwarded "";
    proxy_redirect off;
    # A save can wait for the saves of others.
    proxy_read_timeout 300s;
    proxy_intercept_errors off;

    location / {
        proxy_pass http://${server};
        error_page 502 504 =503 @starting;
    }

    # A draft comes with its pictures.
    location /admin/api/ {
        client_max_body_size 64m;
        proxy_pass http://${server};
    }

    location @starting {
        internal;
        default_type text/html;
        charset utf-8;
        add_header Cache-Control "no-store" always;
        add_header Retry-After "30" always;
        add_header Content-Security-Policy "${policyText(policies.form)}" always;
        return 503 "${startingPage}";
    }
}
`;
}

const startingPage =
  "<!doctype html><html lang='zh-CN'><meta charset='utf-8'><meta name='viewport' content='width=device-width'><meta http-equiv='refresh' content='30'><title>正在启动</title><h1>网站正在启动</h1><p>请过半分钟再看，本页会自己刷新。</p></html>";

const isSecure = ({ siteUrl }: NginxOptions): boolean => siteUrl.toLowerCase().startsWith('https:');

function listens(options: NginxOptions): string {
  const { siteUrl, certificate } = options;
  const { hostname } = new URL(siteUrl);
  const name = `    server_name ${hostname};`;
  if (!isSecure(options)) return `${listen(options, 'http')}\n${name}`;
  const { chain, key } = certificate ?? {
    chain: `/etc/ssl/certs/${hostname}.pem`,
    key: `/etc/ssl/private/${hostname}.key`,
  };
  return `${listen(options, 'https')}
${name}
    ssl_certificate ${chain};
    ssl_certificate_key ${key};
    ssl_protocols TLSv1.2 TLSv1.3;`;
}

function listen({ ports }: NginxOptions, scheme: 'http' | 'https'): string {
  const usualPort = scheme === 'http' ? '80' : '443';
  const places = ports ? [ports[scheme]] : [usualPort, `[::]:${usualPort}`];
  return places.map((place) => `    listen ${place}${scheme === 'https' ? ' ssl http2' : ''};`).join('\n');
}

/** Sends http to https. The host is ours, not what the request says. */
function httpServer(options: NginxOptions): string {
  if (!isSecure(options)) return '';
  const { origin, hostname } = new URL(options.siteUrl);
  return `
server {
${listen(options, 'http')}
    server_name ${hostname};
    server_tokens off;
    return 301 ${origin}$request_uri;
}
`;
}

const types = Object.entries(mediaTypes).map(([extension, whole]) => {
  const [type = '', charset] = whole.split('; ');
  return { extension, type, charset, packed: isCompressible(whole) };
});
const unique = (some: readonly string[]): string[] => [...new Set(some)].sort();
const typeLines = unique(types.map(({ type }) => type))
  .map(
    (type) =>
      `        ${type} ${types
        .filter((each) => each.type === type)
        .map((each) => each.extension)
        .join(' ')};`,
  )
  .join('\n');
/** nginx adds the charset to HTML, and compresses it, without being told. */
const withCharset = unique(types.filter((each) => each.charset).map((each) => each.type)).filter(
  (type) => type !== 'text/html',
);
const packed = unique(types.filter((each) => each.packed).map((each) => each.type)).filter(
  (type) => type !== 'text/html',
);

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
