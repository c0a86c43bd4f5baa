import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';

const head = Buffer.from('---\nslug: ');
/** 居民停水通知 in GBK. */
const gbk = Buffer.from('bed3c3f1cda3cbaecda8d6aa', 'hex');
const text = (slug: string): string => `---\nslug: ${slug}\ntitle: 停水\n---\n\n正文\n`;

test('rejects texts that are not UTF-8, and says what to do', async () => {
  const content = await mkdtemp(path.join(tmpdir(), 'hub-encodings-'));
  await cp(path.resolve(import.meta.dirname, 'fixtures/whole-ledgers/content'), content, { recursive: true });
  const put = async (slug: string, bytes: Buffer): Promise<void> => {
    await mkdir(path.join(content, 'terms', slug), { recursive: true });
    await writeFile(path.join(content, 'terms', slug, 'index.md'), bytes);
  };
  await put('ansi', Buffer.concat([head, Buffer.from('ansi\ntitle: '), gbk, Buffer.from('\n---\n\n'), gbk]));
  await put('unicode', Buffer.from(`\ufeff${text('unicode')}`, 'utf16le'));
  await put('no-mark', Buffer.from(text('no-mark'), 'utf16le').swap16());
  // Cut off inside the last character, as by a full disk.
  await put('cut', Buffer.from(`${text('cut')}请各位居民提前储水`).subarray(0, -1));
  const { problems } = checkSiteContent(await readContentFolder(content));
  await rm(content, { recursive: true });
  const problemsOf = (slug: string): string[] =>
    problems.filter(({ file }) => file.includes(`/${slug}/`)).map(({ message }) => message);
  const sentence = (coding: string): string =>
    `这个文件是用 ${coding}编码保存的，直接发布会是乱码。请用记事本打开它，选“另存为”，编码选“UTF-8”，再放回来。`;
  expect(problemsOf('ansi')).toContain(sentence('GBK（也叫 ANSI）'));
  expect(problemsOf('unicode')).toContain(sentence('UTF-16（也叫 Unicode）'));
  expect(problemsOf('no-mark')).toContain(sentence('UTF-16（也叫 Unicode）'));
  expect(problemsOf('cut').join('\n')).toContain('这一行里最后的“位居民提前储”后面有一个乱码“\ufffd”');
});
