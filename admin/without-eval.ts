import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/**
 * Decap checks its config with ajv, which compiles its schemas by `new Function` and so needs 'unsafe-eval'
 * (decap-cms issue 2138). The desk's config is made by us and checked by the same validator in a unit test, so the
 * browser does without. What is replaced is named with the fingerprint of what was read when this was written:
 * another version of Decap stops the build here, and someone looks again.
 */
const replaced = [
  {
    module: 'decap-cms-core/dist/esm/constants/configSchema.js',
    sha256: '46312f42b2b6e2252b9ac1cec4f37b31521e8700ae61e00a958c8e5952ca635d',
    code: 'export function validateConfig() {}',
  },
];

export function withoutEval(): Plugin {
  const require = createRequire(import.meta.url);
  const byFile = new Map(
    replaced.map(({ module, sha256, code }) => {
      const file = require.resolve(module);
      const found = createHash('sha256').update(readFileSync(file)).digest('hex');
      if (found !== sha256) {
        throw new Error(
          `${module} has changed (sha256 ${found}). Read it, see that the replacement in admin/without-eval.ts still fits, and set the new fingerprint there.`,
        );
      }
      return [file, { code, used: false }];
    }),
  );
  return {
    name: 'without-eval',
    enforce: 'pre',
    load(id) {
      const replacement = byFile.get(id.split('?')[0] ?? '');
      if (!replacement) return null;
      replacement.used = true;
      return replacement.code;
    },
    buildEnd(error) {
      const idle = [...byFile].filter(([, { used }]) => !used).map(([file]) => file);
      if (!error && idle.length > 0)
        throw new Error(`Nothing imports ${idle.join(', ')} any more: find out what needs eval now.`);
    },
  };
}
