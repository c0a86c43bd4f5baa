import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/**
 * Replaces modules that need 'unsafe-eval'. Decap validates its config with ajv, which uses `new Function` (decap-cms
 * issue 2138). A unit test runs the same validator on our config, so the browser does not need it. Each module is
 * listed with the hash of its reviewed version: a new version of Decap fails the build, so that it is reviewed.
 */
const replaced = [
  {
    module: 'decap-cms-core/dist/esm/constants/configSchema.js',
    sha256: '46312f42b2b6e2252b9ac1cec4f37b31521e8700ae61e00a958c8e5952ca635d',
    code: 'export function validateConfig() {}',
  },
  // Other front matter formats, which can evaluate JavaScript. All our collections have custom formats.
  {
    module: 'decap-cms-core/dist/esm/formats/frontmatter.js',
    sha256: '498d0e97fcc9092b0b31e930b7e46e9331017ed7c886c50bebf82e2a2bb26a32',
    code: `export const FrontmatterInfer = {};
      export const [frontmatterYAML, frontmatterTOML, frontmatterJSON] = Array(3).fill(() => ({}));`,
  },
  {
    module: 'decap-cms-core/dist/esm/formats/toml.js',
    sha256: 'ce5d30d813bc6f9d51c36c55021cca745d6762ad202f31897af6d6df63c377bd',
    code: 'export default {};',
  },
  // The build resizes pictures; the browser does not need 800 kB of WebAssembly for it.
  {
    module: '@jsquash/webp/index.js',
    sha256: '281f1d048db337aaa2412503423b2ca99eeb8ec104b471618ee3845930a27688',
    code: 'export const encode = undefined;',
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
          `${module} has changed (sha256 ${found}). Review it, check that the replacement in admin/without-eval.ts still fits, and update the hash there.`,
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
        throw new Error(`Nothing imports ${idle.join(', ')} any more. Check what needs eval now.`);
    },
  };
}
