import { beforeAll, expect, test, vi } from 'vitest';
import { contentId, FileFactsCache } from '../src/media/facts-cache.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import type { SiteContent } from '../src/library/content/site-content.ts';
import type { ContentFiles } from '../src/model/check/content-files.ts';
import { decodeText } from '../src/model/files/decode-text.ts';
import { around, stoppers } from './stoppers/all.ts';

async function contentFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<ContentFiles> {
  const cache = new FileFactsCache(undefined);
  const facts = new Map();
  const text = (content: string | Uint8Array): string => decodeText(Buffer.from(content)).text;
  const named = (ending: string) =>
    new Map(
      Object.entries(files).flatMap(([name, content]) =>
        name.endsWith(ending) ? [[name, text(content)]] : [],
      ),
    );
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    if (/\.(csv|png)$/.test(name))
      facts.set(name, await cache.of(contentId(bytes), () => Promise.resolve(bytes)));
  }
  return { texts: named('.md'), tables: named('.csv'), paths: new Set(Object.keys(files)), facts };
}

let content: SiteContent;
beforeAll(async () => {
  vi.stubEnv('CONTENT_DIR', '/nowhere');
  content = checkSiteContent(
    await contentFiles({ ...around, ...Object.assign({}, ...stoppers.map(({ files }) => files)) }),
  );
});

test('there are many, each in a folder of its own', () => {
  expect(stoppers.length).toBeGreaterThan(120);
  expect(new Set(stoppers.map(({ entry }) => entry)).size).toBe(stoppers.length);
});

test.each(stoppers.filter(({ refused }) => refused))('$name is refused with a sentence', ({ entry }) => {
  const own = content.problems.filter(({ file }) => file === `content/${entry}/index.md`);
  expect(own).not.toEqual([]);
  for (const { message } of own) expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
});

test.each(stoppers.filter(({ refused }) => !refused))('$name is accepted', ({ entry }) => {
  const own = content.problems.filter(({ file }) => file.startsWith(`content/${entry}/`));
  expect(own.map(({ message }) => message)).toEqual([]);
  expect(content.entries.map(({ folder }) => folder)).toContain(entry);
});
