import {
  commonHeaders,
  policies,
  policyText,
  transportSecurity,
} from '../../admin/server/serving/security-headers.ts';
import type { PolicyName } from '../../admin/server/serving/security-headers.ts';
import { httpServer, listens } from './options.ts';
import type { NginxOptions } from './options.ts';
import { packed, typeLines, withCharset } from './types.ts';

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
  // nginx adds the whole address to its root.
  if (!root.endsWith(basePath)) throw new Error(`The folder "${root}" has to end with "${basePath}".`);
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
    root ${root.slice(0, root.length - basePath.length)};
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
