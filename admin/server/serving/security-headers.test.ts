import { expect, test } from 'vitest';
import { securityHeaders, transportSecurity } from './security-headers.ts';

const policyOf = (name: Parameters<typeof securityHeaders>[0]): string[] =>
  (securityHeaders(name)['Content-Security-Policy'] ?? '').split('; ');

test('the desk may load the pictures of drafts and frame its own preview', () => {
  expect(policyOf('desk')).toEqual(
    expect.arrayContaining([
      "connect-src 'self' blob:",
      "img-src 'self' data: blob:",
      "frame-src 'self'",
      "frame-ancestors 'self'",
    ]),
  );
});

test('only search pages may run WebAssembly, and forms run no script', () => {
  expect(policyOf('search')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policyOf('site').join()).not.toContain('wasm-unsafe-eval');
  expect(policyOf('form')).toContain("script-src 'none'");
});

test.each([
  ['https://hub.example.cn', { 'Strict-Transport-Security': 'max-age=31536000' }],
  ['HTTPS://hub.example.cn/', { 'Strict-Transport-Security': 'max-age=31536000' }],
  ['http://hub.example.cn', {}],
  ['http://https:8080', {}],
  ['http://127.0.0.1:4321', {}],
])('a site at %s asks for https only if it has it', (siteUrl, headers) => {
  expect(transportSecurity(siteUrl)).toEqual(headers);
});
