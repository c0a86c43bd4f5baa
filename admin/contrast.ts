import type { Plugin } from 'vite';

/**
 * Darkens Decap's greys and teal: their contrast on white is at most 3.9 to 1, but WCAG AA requires 4.5. If a colour is
 * no longer found in its module, the build fails, so that a new version of Decap is reviewed.
 */
const darker = [
  { module: 'decap-cms-ui-default/dist/esm/styles.js', from: '#798291', to: '#545b69' },
  { module: 'decap-cms-ui-default/dist/esm/styles.js', from: '#17a2b8', to: '#0a6473' },
  { module: 'decap-cms-core/dist/esm/components/App/Header.js', from: '#7b8290', to: '#545b69' },
];

export function contrast(): Plugin {
  const idle = new Set(darker);
  return {
    name: 'contrast',
    enforce: 'pre',
    transform(code, id) {
      let darkened = code;
      for (const each of darker) {
        const { module, from, to } = each;
        if (!id.split('?')[0]?.endsWith(module) || !code.includes(from)) continue;
        darkened = darkened.replaceAll(from, to);
        idle.delete(each);
      }
      return darkened === code ? null : { code: darkened, map: null };
    },
    buildEnd(error) {
      const missing = [...idle].map(({ module, from }) => `${from} in ${module}`);
      if (!error && missing.length > 0) throw new Error(`Colours not found: ${missing.join(', ')}.`);
    },
  };
}
