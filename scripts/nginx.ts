// What for: writes docs/nginx.conf, which serves the site as static files with the headers of our own server.
// How: node scripts/run.mjs nginx   (tests/docs.test.ts compares the file with the server's headers)
import { writeFile } from 'node:fs/promises';
import { securityHeaders } from '../admin/server/serving/security-headers.ts';
import type { PolicyName } from '../admin/server/serving/security-headers.ts';

export function nginxConfiguration(): string {
  // nginx ignores outer add_header lines in a location with its own, so each location repeats them.
  const headers = (name: PolicyName, indent: string): string =>
    Object.entries(securityHeaders(name))
      .map(([header, value]) => `${indent}add_header ${header} "${value}" always;`)
      .join('\n');
  return `# The public site as pure files. Made by: node scripts/run.mjs nginx
# Put the folder that \`npm run build\` wrote at /srv/hub, or name yours in root.
server {
    listen 80;
    listen [::]:80;
    server_name hub.example.edu.cn;
    root /srv/hub;
    index index.html;
    error_page 404 /404.html;
    charset utf-8;
    # Room for a long question in the address of the search page.
    large_client_header_buffers 4 32k;

    gzip on;
    gzip_vary on;
    gzip_types text/css text/javascript application/javascript application/json application/xml application/rss+xml image/svg+xml application/wasm;

    location /elder/ {
        error_page 404 /elder/404.html;
        try_files $uri $uri/ =404;
        add_header Cache-Control "no-cache" always;
${headers('site', '        ')}
    }

    location / {
        try_files $uri $uri/ =404;
        add_header Cache-Control "no-cache" always;
${headers('site', '        ')}
    }

    # Names with a fingerprint of their content: they never change.
    location /_astro/ {
        add_header Cache-Control "public, max-age=31536000, immutable" always;
${headers('site', '        ')}
    }

    # Handouts are single files with their styles in them, and without any script.
    location /handouts/ {
        try_files $uri =404;
        add_header Cache-Control "no-cache" always;
${headers('handout', '        ')}
    }

    # Search runs in WebAssembly, which the browser counts as evaluation.
    location ~ ^/(elder/search|search|pagefind)/ {
        try_files $uri $uri/ =404;
        add_header Cache-Control "no-cache" always;
${headers('search', '        ')}
    }
}
`;
}

if (import.meta.main) {
  await writeFile('docs/nginx.conf', nginxConfiguration());
  process.stdout.write('Wrote docs/nginx.conf.\n');
}
