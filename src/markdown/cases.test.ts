import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';

// Each file in cases/ is a list of: name, “.”, Markdown, “.”, HTML, “.”.
const folder = new URL('./cases/', import.meta.url);

for (const file of readdirSync(folder)) {
  describe(file.replace('.txt', ''), () => {
    const parts = readFileSync(new URL(file, folder), 'utf8').split(/^\.\n/m);
    if (parts.pop()?.trim() !== '' || parts.length % 3 !== 0) throw new Error(`Incomplete case in ${file}.`);

    for (let at = 0; at < parts.length; at += 3) {
      const [name = '', source = '', html = ''] = parts.slice(at, at + 3);
      test(name.trim(), () => expect(renderMarkdown(source).html).toBe(html));
    }
  });
}
