/** Security headers of all responses. docs/ repeats them for nginx, and a test compares both. */

type Policy = Readonly<Record<string, string>>;

const sitePolicy: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

export const policies = {
  site: sitePolicy,
  // Pagefind uses WebAssembly, which needs 'wasm-unsafe-eval'. Only on these pages.
  search: { ...sitePolicy, 'script-src': "'self' 'wasm-unsafe-eval'" },
  // A handout is a single file with inline styles and no script.
  handout: {
    'default-src': "'none'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  },
  // Decap uses inline styles, blob URLs for pictures, and an iframe for the preview.
  desk: {
    ...sitePolicy,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': "'self' blob:",
    'frame-src': "'self'",
    'frame-ancestors': "'self'",
  },
  // Sign-in and accounts: plain forms without script.
  form: { ...sitePolicy, 'script-src': "'none'", 'connect-src': "'none'", 'worker-src': "'none'" },
  // Uploaded files, opened directly.
  file: {
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'frame-ancestors': "'none'",
    sandbox: '',
  },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;

export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * For a year, browsers ask for this host only by https, even if somebody types or links to http. Only if the configured
 * address is https: without it, a desk in the office network could not be reached any more.
 */
export const transportSecurity = (siteUrl: string): Readonly<Record<string, string>> =>
  siteUrl.toLowerCase().startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};

export function securityHeaders(name: PolicyName): Record<string, string> {
  return { ...commonHeaders, 'Content-Security-Policy': policyText(policies[name]) };
}

export const policyText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`.trim())
    .join('; ');

/** The policy for a page of the site. `path` is relative to the base path. */
export function sitePolicyFor(path: string): PolicyName {
  if (path.startsWith('/handouts/')) return 'handout';
  return /^\/(elder\/search|search|pagefind)\//.test(path) ? 'search' : 'site';
}
