import { policies, policyText } from '../../admin/server/serving/security-headers.ts';
import { httpServer, listens } from './options.ts';
import type { NginxOptions } from './options.ts';

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
