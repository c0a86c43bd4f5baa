import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clip, decodeFeed, itemsOf } from '../scripts/clip.ts';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';

let content: string;
beforeAll(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'hub-clip-'));
  await cp(path.resolve(import.meta.dirname, 'fixtures/whole-ledgers/content'), content, { recursive: true });
});
afterAll(() => rm(content, { recursive: true, force: true }));

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>后勤</title><link>https://a.example/</link>
<item><title>冬季
 供应时间</title><link>https://a.example/1</link><pubDate>Thu, 12 Mar 2026 17:30:00 GMT</pubDate></item>
<item><title>没有网址的</title><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>社区</title><id>x</id>
<updated>2026-03-01T00:00:00Z</updated><entry><title>巡楼</title><id>1</id><updated>2026-03-05T01:00:00+08:00</updated>
<link rel="self" href="https://b.example/1.xml"/><link rel="alternate" href="https://b.example/1"/></entry></feed>`;
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: '物业',
  items: [
    { id: '1', title: '电梯年检', url: 'https://c.example/1', date_published: '2026-03-02T09:00:00+08:00' },
  ],
});

test('reads title, address and Beijing day from RSS, Atom and JSON Feed, and leaves out items without them', () => {
  expect(itemsOf(rss)).toEqual([{ title: '冬季 供应时间', url: 'https://a.example/1', day: '2026-03-13' }]);
  expect(itemsOf(atom)).toEqual([{ title: '巡楼', url: 'https://b.example/1', day: '2026-03-05' }]);
  expect(itemsOf(json)).toEqual([{ title: '电梯年检', url: 'https://c.example/1', day: '2026-03-02' }]);
});

test('reads a feed in GBK, wherever the encoding is declared', () => {
  // 食堂
  const gbk = [0xca, 0xb3, 0xcc, 0xc3];
  const declared = [...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?>'), ...gbk];
  expect(decodeFeed(Uint8Array.from(declared))).toContain('食堂');
  expect(decodeFeed(Uint8Array.from(gbk), 'text/xml; charset=gb2312')).toBe('食堂');
  expect(decodeFeed(new TextEncoder().encode('食堂'))).toBe('食堂');
});

test('refuses to publish a clipping before review, and imports no item twice', async () => {
  expect(await clip(rss, 'shequ', content)).toBe(1);
  expect(formatProblems(checkSiteContent(await readContentFolder(content)).problems)).toMatch(
    /content\/clippings\/shequ-2026-03-13\/index\.md\n[^]*缺少“说了什么”[^]*缺少“谁看过”/,
  );
  expect(await clip(rss, 'shequ', content)).toBe(0);
  await expect(clip(rss, 'nobody', content)).rejects.toThrow('没有网址名是“nobody”的单位');
});

test('reports each item left out with the reason, and a web page instead of a feed without a stack trace', async () => {
  const lines: string[] = [];
  const ambiguous = rss.replaceAll('Thu, 12 Mar 2026 17:30:00 GMT', '03/04/2026');
  expect(await clip(ambiguous, 'shequ', content, { say: (line) => lines.push(line) })).toBe(0);
  expect(lines).toEqual([
    '没有取“冬季 供应时间”：日期写的是“03/04/2026”，看不出是 3 月 4 日还是 4 月 3 日。',
    '没有取“没有网址的”：没有找到原文网址。',
  ]);
  await expect(clip('<html><title>登录</title></html>', 'shequ', content)).rejects.toThrow(
    '对方的网站要先登录才给看',
  );
});

/** Runs the script; `1` and what it wrote, or `0`. */
function run(args: string[], env: Record<string, string> = {}): Promise<string> {
  const script = path.resolve(import.meta.dirname, '../scripts/clip.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, ...env } },
      (error, out, problems) => {
        resolve(`${String(error?.code ?? 0)} ${out}${problems}`);
      },
    );
  });
}

test('reports in one line why nothing was imported', async () => {
  const from = (source: string, env?: Record<string, string>): Promise<string> =>
    run([source, 'shequ', content], env);
  // Nobody listens there.
  expect(await from('http://127.0.0.1:8081/rss')).toBe(
    '1 “127.0.0.1”是内部网络的地址，没有取。确实是对方的订阅，请网络管理员在 FEED_HOSTS 里写上它。\n',
  );
  expect(await from('http://127.0.0.1:4/rss', { FEED_HOSTS: '127.0.0.1:4' })).toBe(
    '1 连不上“http://127.0.0.1:4/rss”，请核对地址，或者过一会儿再取一次。\n',
  );
  expect(await from('file:///etc/passwd')).toBe(
    '1 “file:///etc/passwd”不是网页地址，订阅的地址要以 http:// 或 https:// 开头。\n',
  );
  await expect(clip(atom, 'shequ', `${content}/none`)).rejects.toThrow('找不到内容文件夹');
  expect(await from('no-such-file.xml')).toBe('1 找不到文件“no-such-file.xml”，请核对它的名字。\n');
  expect(await from('/dev/zero')).toBe('1 找不到文件“/dev/zero”，请核对它的名字。\n');
  const signIn = path.resolve(import.meta.dirname, 'fixtures/feeds/sign-in-gbk.html');
  expect(await from(signIn)).toBe('1 对方的网站要先登录才给看，请向对方单位要一个公开的订阅（RSS）地址。\n');
});

test('imports every feed of a list, whatever happens to the others', async () => {
  const file = (name: string): string => path.join(content, name);
  await writeFile(file('well.json'), json);
  await writeFile(file('cut.xml'), atom.slice(0, 200));
  await writeFile(
    file('list.txt'),
    `# 每周一取\n${file('cut.xml')} shequ\n\nhttp://169.254.169.254/ shequ\n${file('well.json')} nobody\n${file('well.json')} shequ\n`,
  );
  const said = await run(['--list', file('list.txt'), content]);
  expect(said.slice(0, 2)).toBe('1 ');
  for (const words of ['不完整', '内部网络的地址', '没有网址名是“nobody”的单位', '取来 1 条'])
    expect(said).toContain(words);
  await writeFile(file('list.txt'), `${file('well.json')}\n`);
  expect(await run(['--list', file('list.txt'), content])).toMatch(/^1 .*第 1 行请写成：订阅的地址、空格/);
});

test('says how many more were left out, not each of thousands', async () => {
  const lines: string[] = [];
  const items = Array.from({ length: 1500 }, (_, n) => `<item><title>第${String(n)}条</title></item>`);
  const many = rss.replace(/<item>[^]*<\/item>/, items.join(''));
  expect(await clip(many, 'shequ', content, { say: (line) => lines.push(line) })).toBe(0);
  expect(lines).toHaveLength(22);
  expect(lines.slice(20)).toEqual([
    '另外 980 条也因为这样的原因没有取。',
    '这个订阅条数太多，最后的 500 条没有看。',
  ]);
});
