import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectionOf, isCollectionName } from '../collections.ts';
import { readEntryValues, writeEntry } from './entry-file.ts';

const notices = collectionOf('notices');

const written = [
  '---',
  '# 由食堂提供',
  'title: "停水通知：7 月 3 日"   # 标题里有冒号',
  "slug: 'tingshui'",
  'published: 2026-07-01T09:30:00+08:00',
  '',
  '# 每行一家',
  'orgs: [houqin, shili]',
  'summary: |',
  '  第一行',
  '  第二行',
  '# 有效期由社区定',
  'expires: 2026-07-03',
  'important: true',
  '---',
  '',
  '请**提前**储水。',
  '',
  '第二段。',
  '',
].join('\n');

/** Lines of `before` that `after` does not have, and the other way round. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

const edit = (text: string, change: Record<string, unknown>): string =>
  writeEntry(notices, { ...readEntryValues(notices, text), ...change }, text);

describe('an entry opened and saved without an edit', () => {
  const variants: Record<string, string> = {
    'comments, quotes, a block and a flow list': written,
    'Windows line breaks': written.replaceAll('\n', '\r\n'),
    'a byte order mark': `\uFEFF${written}`,
    'no line break at the end': written.trimEnd(),
    'several at the end': `${written}\n\n`,
    'no blank line before the body': written.replace('---\n\n请', '---\n请'),
    'no body': written.slice(0, written.indexOf('\n请')),
    'an empty front matter': '---\n---\n正文\n',
    'an unknown key': written.replace('slug:', 'kept: 1_000\nslug:'),
  };
  it.each(Object.entries(variants))('changes no byte: %s', (_, text) => {
    expect(edit(text, {})).toBe(text);
    // A text editor in the browser uses single line breaks.
    expect(
      edit(text, { body: String(readEntryValues(notices, text)['body']).replaceAll('\r\n', '\n') }),
    ).toBe(text);
  });

  it.runIf(existsSync('content'))('changes no byte in the content of this repository', () => {
    for (const file of globSync('content/**/index.md')) {
      const name = file.split('/')[1] ?? '';
      if (!isCollectionName(name)) continue;
      const text = readFileSync(file, 'utf8');
      const collection = collectionOf(name);
      expect(writeEntry(collection, readEntryValues(collection, text), text), file).toBe(text);
    }
  });
});

describe('one word changed', () => {
  it('changes one line of the front matter', () => {
    expect(changes(written, edit(written, { title: '停电通知' }))).toEqual([
      '- title: "停水通知：7 月 3 日"   # 标题里有冒号',
      '+ title: 停电通知',
    ]);
  });
  it('changes one line of the body, and keeps Windows line breaks', () => {
    const windows = written.replaceAll('\n', '\r\n');
    const after = edit(windows, { body: '请**提前**储水。\n\n第三段。\n' });
    expect(changes(windows, after)).toEqual(['- 第二段。\r', '+ 第三段。\r']);
  });
  it('keeps a list on its line', () => {
    expect(changes(written, edit(written, { orgs: ['houqin'] }))).toEqual([
      '- orgs: [houqin, shili]',
      '+ orgs: [houqin]',
    ]);
  });
  it('keeps the comment above the next key when a block changes', () => {
    expect(changes(written, edit(written, { summary: '第一行\n第三行\n' }))).toEqual([
      '-   第二行',
      '+   第三行',
    ]);
  });
  it('removes only the line of a field that was emptied', () => {
    expect(changes(written, edit(written, { important: false }))).toEqual(['- important: true']);
    expect(changes(written, edit(written, { expires: '' }))).toEqual(['- expires: 2026-07-03']);
  });
  it('adds a new field after the others', () => {
    const after = edit(written, { topics: ['logistics'] });
    expect(changes(written, after)).toEqual(['+ topics:', '+   - logistics']);
    expect(after).toContain('important: true\ntopics:\n');
  });
  it('keeps keys that it was not given', () => {
    expect(changes(written, writeEntry(notices, { slug: 'tingdian' }, written))).toEqual([
      "- slug: 'tingshui'",
      '+ slug: tingdian',
    ]);
  });
});

describe('a new entry', () => {
  it('is written in the order of its form, without empty fields', () => {
    expect(
      writeEntry(notices, {
        body: '正文',
        slug: 'a',
        title: '标题：一',
        published: '2026-07-01T09:30:00+08:00',
        expires: '',
        important: false,
        topics: [],
      }),
    ).toBe('---\ntitle: 标题：一\nslug: a\npublished: 2026-07-01T09:30:00+08:00\n---\n\n正文\n');
  });
  it('quotes text that YAML would read as another type', () => {
    const text = writeEntry(notices, { title: '0771', slug: 'true', summary: 'a: b' });
    expect(readEntryValues(notices, text)).toMatchObject({ title: '0771', slug: 'true', summary: 'a: b' });
  });
});
