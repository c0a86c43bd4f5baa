import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

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
