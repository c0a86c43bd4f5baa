export interface NginxOptions {
  /** The address of the site. With https, nginx has the certificate and sends http to https. */
  siteUrl: string;
  /** `/hub` or an empty string, as for the build. */
  basePath?: string;
  /** The folder that `npm run build` wrote. With a base path, it ends with that. */
  root?: string;
  /** The address of our server. */
  server?: string;
  /** Where nginx listens, if not at the usual ports. */
  ports?: { http: string; https: string };
  /** The certificate and its key. */
  certificate?: { chain: string; key: string };
}

export const usual: NginxOptions = { siteUrl: 'https://hub.example.edu.cn' };

const isSecure = ({ siteUrl }: NginxOptions): boolean => siteUrl.toLowerCase().startsWith('https:');

/** Where a server listens, its name and its certificate. */
export function listens(options: NginxOptions): string {
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

function listen({ siteUrl, ports }: NginxOptions, scheme: 'http' | 'https'): string {
  const { protocol, port } = new URL(siteUrl);
  const own = protocol === `${scheme}:` ? port : '';
  const usualPort = own === '' ? { http: '80', https: '443' }[scheme] : own;
  const places = ports ? [ports[scheme]] : [usualPort, `[::]:${usualPort}`];
  return places.map((place) => `    listen ${place}${scheme === 'https' ? ' ssl http2' : ''};`).join('\n');
}

/** Sends http to https. The host is ours, not what the request says. */
export function httpServer(options: NginxOptions): string {
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
