// @vitest-environment happy-dom
import { build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { deskConfig } from './config.ts';
import type { DeskConfig, CurrentUser } from './config.ts';
import type { FormField } from './form-fields.ts';

interface Upstream {
  validateConfig: (config: object) => void;
  registry: {
    registerCustomFormat: (name: string, extension: string, format: object) => void;
    registerWidget: (widget: object) => void;
  };
  list: { Widget: () => object };
}

/** Bundles Decap's modules: they import files without extensions, which Node cannot resolve. */
async function upstream(): Promise<Upstream> {
  const entry = 'virtual:upstream';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { lib: { entry, name: 'upstream', formats: ['iife'] }, write: false, minify: false },
    plugins: [
      {
        name: 'upstream',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(entry) ? entry : null),
        load: (id) =>
          id === entry
            ? `export { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';
               export { default as registry } from 'decap-cms-core/dist/esm/lib/registry.js';
               export { default as list } from 'decap-cms-widget-list';`
            : null,
      },
    ],
  });
  const code = (result as { output: { code: string }[] }[])[0]?.output[0]?.code ?? '';
  return new Function(`${code}; return upstream;`)() as Upstream;
}

const editor: CurrentUser = {
  username: 'li',
  name: '李编辑',
  role: 'editor',
  site: '/',
  may: { read: true, edit: true, publish: true, delete: true, manageAccounts: false },
};

/** Options as `party-building=党建引领、…`. */
const brief = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((item: string | { value: string; label: string }) =>
          typeof item === 'string' ? item : `${item.value}=${item.label}`,
        )
        .join('、')
    : String(value);

/** One line for each field, in the order of the form. */
const asText = (config: DeskConfig): string =>
  config.collections
    .map(({ label, name, fields, files }) =>
      [`# ${label} (${name})`, ...lines(fields ?? files?.[0]?.fields ?? [], '')].join('\n'),
    )
    .join('\n\n');

function lines(fields: FormField[], indent: string): string[] {
  return fields.flatMap(({ name, label, widget, required, hint, fields: below, ...options }) => {
    const words = Object.entries(options).map(([key, value]) => `${key} ${brief(value)}`);
    const more = [required ? '' : '可不填', hint ?? '', ...words].filter(Boolean).join(' · ');
    return [
      `${indent}${label} (${name}, ${widget})${more ? ` — ${more}` : ''}`,
      ...lines(below ?? [], `${indent}  `),
    ];
  });
}

describe('the Decap config', () => {
  let validateConfig: Upstream['validateConfig'];
  beforeAll(async () => {
    const { registry, list, ...others } = await upstream();
    ({ validateConfig } = others);
    registry.registerWidget(list.Widget());
    for (const { format } of deskConfig(editor).collections) {
      registry.registerCustomFormat(String(format), 'md', {});
    }
  });

  it('passes the validation of Decap', () => {
    expect(() => {
      validateConfig(deskConfig(editor));
    }).not.toThrow();
  });
  it('fails the validation with an error in it', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [first, ...others] = deskConfig(editor).collections;
    const broken = { ...deskConfig(editor), collections: [{ ...first, fields: [] }, ...others] };
    expect(() => {
      validateConfig(broken);
    }).toThrow(/fields/);
    quiet.mockRestore();
  });
  it('offers publishing only with the permission', () => {
    const asked = (may: Partial<CurrentUser['may']>) =>
      deskConfig({ ...editor, may: { ...editor.may, ...may } }).collections.map(({ publish }) => publish);
    expect(new Set(asked({ publish: true }))).toEqual(new Set([true]));
    expect(new Set(asked({ publish: false }))).toEqual(new Set([false]));
  });
  it('matches the stored form', async () => {
    await expect(`${asText(deskConfig(editor))}\n`).toMatchFileSnapshot('__snapshots__/form.txt');
  });
});
