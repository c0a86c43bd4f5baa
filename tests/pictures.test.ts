import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureContent } from '../admin/server/testing/fixture-hub.ts';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { attributeOf, elementsIn } from '../src/html/tree.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { pdf } from './support/stored-files/pdf-files.ts';
import { saidBySite, uncleanBody, uncleanFiles } from './support/stored-files/unclean-files.ts';
import { gif, heic, hugePng, inPrintColours, jpeg, png, svg, tiff, webp } from './support/sample-pictures.ts';

const projectRoot = path.resolve(import.meta.dirname, '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

type Files = Readonly<Record<string, string | Uint8Array | Promise<Uint8Array>>>;

/** Writes a small content folder with these additional files. */
async function contentOf(name: string, files: Files): Promise<string> {
  const content = path.join(folder, name);
  for (const [file, bytes] of Object.entries({ ...fixtureContent, ...files })) {
    await mkdir(path.dirname(path.join(content, file)), { recursive: true });
    await writeFile(path.join(content, file), await bytes);
  }
  return content;
}

/** The body begins on line 15, the picture of the entry on line 11. */
const activity = (slug: string, body: string, cover = ''): string => `---
title: ${slug}
slug: ${slug}
date: 2026-03-15
published: 2026-03-15T09:30:00+08:00
summary: 摘要。
orgs:
  - shequ
source: 来源
${cover === '' ? '# 没有题图\n#' : `cover:\n  src: "${cover}"\n  alt: 题图`}
---

${body}
`;
const at = (slug: string, name = 'index.md'): string => `activities/2026/${slug}/${name}`;

describe('reports pictures that cannot be shown, with line, reason and what to do', () => {
  const half = jpeg(200, 200).then((bytes) => bytes.subarray(0, bytes.length / 2));
  const cases: readonly (readonly [
    name: string,
    bytes: Uint8Array | Promise<Uint8Array> | undefined,
    says: string,
  ])[] = [
    ['IMG_1.heic', heic, '图片“IMG_1.heic”是 iPhone 的 HEIC 照片'],
    ['IMG_2.avif', heic, '“IMG_2.avif”是 iPhone 的 HEIC 照片'],
    ['saomiao.tif', tiff(), '图片“saomiao.tif”不能用，图片只能是 png、jpg'],
    ['zhaopian', jpeg(), '图片“zhaopian”的文件名没有扩展名'],
    ['biao.pdf', pdf(), '“biao.pdf”不是图片，显示不出来。请改成链接，如“[biao](biao.pdf)”'],
    ['wenzi.jpg', Buffer.from('照片以后再放'), '“wenzi.jpg”的内容和它的扩展名不一致'],
    ['weixin.jpg', webp(), '“weixin.jpg”的内容和它的扩展名不一致：里面其实是 WEBP 图片'],
    ['yiban.jpg', half, '“yiban.jpg”只有一部分，或者已经损坏'],
    ['kong.png', Buffer.alloc(0), '“kong.png”是空文件'],
    ['da.png', hugePng(20_000, 20_000), '“da.png”有 20000×20000 点，太大了'],
    ['wukuang.svg', svg(''), '“wukuang.svg”没有写明宽和高'],
    ['jiaoben.svg', svg('viewBox="0 0 9 9"', '<script>1</script>'), '“jiaoben.svg”不能用：里面有脚本'],
    ['1%23楼.jpg', undefined, '文件名“1#楼.jpg”里有“#”'],
    ['da-xie.JPG', undefined, '“da-xie.JPG”和文件夹里的“Da-xie.jpg”大小写不一样，请改成“Da-xie.jpg”'],
    ['../tu-0/wenzi.jpg', undefined, '“../tu-0/wenzi.jpg”不在这篇内容的文件夹里'],
  ];
  const files: Record<string, string | Uint8Array | Promise<Uint8Array>> = {};
  cases.forEach(([name, bytes], index) => {
    const slug = `tu-${String(index)}`;
    files[at(slug)] = activity(slug, `![说明](${name})`, name);
    if (bytes) files[at(slug, name)] = bytes;
    files[at(slug, '1#楼.jpg')] = jpeg();
    files[at(slug, 'Da-xie.jpg')] = jpeg();
  });
  files[at('dong')] = activity('dong', '![动图](dong.gif)', 'dong.gif');
  files[at('dong', 'dong.gif')] = gif(5);
  files[at('zhushi')] = activity('zhushi', '<!-- 写在这里 -->\n\n\u200b&nbsp;');
  files[at('lianjie')] = activity('lianjie', '[报名表](bao.docx)，[统计](kong.csv)');
  files[at('lianjie', 'bao.docx')] = Buffer.from('<html>');
  files[at('lianjie', 'kong.csv')] = Buffer.alloc(0);

  test('in the text and in a field, and reports nothing else', async () => {
    const { problems } = checkSiteContent(await readContentFolder(await contentOf('wrong', files)));
    const problemsOf = new Map(Object.entries(Object.groupBy(problems, ({ file }) => file)));
    cases.forEach(([name, , sentence], index) => {
      const own = problemsOf.get(`content/${at(`tu-${String(index)}`)}`) ?? [];
      expect(own.map(({ line }) => line).sort(), name).toEqual([11, 15]);
      for (const { message } of own) expect(message).toContain(sentence);
    });
    expect(problemsOf.get(`content/${at('dong')}`)).toMatchObject([
      { line: 11, message: '“题图”的“dong.gif”是会动的图片，请换一张静止的；会动的可以放在正文里。' },
    ]);
    expect(problemsOf.get(`content/${at('lianjie')}`)?.map(({ message }) => message)).toEqual([
      '“bao.docx”的内容和它的扩展名不一致，请用看图或办公软件打开、另存为这种格式后再放进来。',
      '“kong.csv”是空文件，请重新选择。',
    ]);
    expect(problemsOf.get(`content/${at('zhushi')}`)).toMatchObject([
      { message: '“正文”是空的，请写上内容。' },
    ]);
    expect(problemsOf.size).toBe(cases.length + 3);
  });
});

describe('builds what passes the check', () => {
  const all: readonly (readonly [written: string, name: string, bytes: Promise<Uint8Array> | Uint8Array])[] =
    [
      ['食堂%20照片.jpg', '食堂 照片.jpg', jpeg()],
      ['<中 庭.jpg>', '中 庭.jpg', jpeg(61)],
      ['a.jpg?x=1', 'a.jpg', jpeg(62)],
      ['b.jpg#x', 'b.jpg', jpeg(63)],
      ['./图/../c.jpg', 'c.jpg', jpeg(64)],
      ['图/d.jpg', '图/d.jpg', jpeg(65)],
      ['caf%C3%A9.jpg', 'cafe\u0301.jpg', jpeg(66)],
      ['IMG_1.JPG', 'IMG_1.JPG', jpeg(67)],
      ['_DSC0123.JPG', '_DSC0123.JPG', jpeg(68)],
      ['》、（一）·“引”.png', '》、（一）·“引”.png', png(69)],
      [`${'𠮷'.repeat(48)}.png`, `${'𠮷'.repeat(48)}.png`, png(70)],
      ["<it's(1)&+=,;@$!~[x].jpg>", "it's(1)&+=,;@$!~[x].jpg", jpeg(71)],
      ['V.SVG', 'V.SVG', svg('viewBox="0 0 72 20"')],
      ['w.svg', 'w.svg', svg('width="73" height="20"')],
      ['dong.gif', 'dong.gif', gif(5, 74)],
      ['yin.jpg', 'yin.jpg', inPrintColours()],
      ['chang.png', 'chang.png', png(75, 16_300)],
      ['kuan.png', 'kuan.png', png(16_300, 75)],
    ];
  const files: Record<string, string | Uint8Array | Promise<Uint8Array>> = {
    [at('mingzi')]: activity(
      'mingzi',
      `${all.map(([written], index) => `![图 ${String(index)} <“&">](${written})`).join('\n\n')}

[表](表%20格&1.csv) [报](报表.pdf#page=2) [又](./报表.pdf?x=1)`,
    ),
    [at('mingzi', '表 格&1.csv')]: '甲,乙\n1,2\n',
    [at('mingzi', '报表.pdf')]: pdf(),
    [at('haibao')]: activity('haibao', '![海报](hb.jpg)'),
    [at('haibao', 'hb.jpg')]: jpeg(80),
    [at('haibao-tu')]: activity('haibao-tu', '[![海报](hb.jpg "图注")](/orgs/shequ/)\n![背面](bei.jpg)'),
    [at('haibao-tu', 'hb.jpg')]: jpeg(81),
    [at('haibao-tu', 'bei.jpg')]: jpeg(82),
    [at('haibao-lie')]: activity('haibao-lie', '- ![一](hb.jpg)\n\n:::提示\n![二](hb.jpg)\n:::'),
    [at('haibao-lie', 'hb.jpg')]: jpeg(83),
    [at('fengmian')]: activity('fengmian', '正文。', '食堂%20照片.jpg?1'),
    [at('fengmian', '食堂 照片.jpg')]: jpeg(84),
    [at('fengmian-svg')]: activity('fengmian-svg', '正文。', 'V.SVG'),
    [at('fengmian-svg', 'V.SVG')]: svg('viewBox="0 0 85 20"'),
  };
  files[at('yuantu')] = activity('yuantu', uncleanBody, 'fm.jpg');
  for (const [name, bytes] of Object.entries(uncleanFiles)) files[at('yuantu', name)] = bytes;
  for (const [, name, bytes] of all) files[at('mingzi', name)] = bytes;
  const out = (): string => path.join(folder, 'site');
  const page = (address: string): Promise<string> =>
    readFile(path.join(out(), address, 'index.html'), 'utf8');
  const pictures = (html: string): Record<string, string | undefined>[] =>
    elementsIn(parse(html))
      .filter(({ tagName }) => tagName === 'img')
      .map((img) =>
        Object.fromEntries(['src', 'alt', 'width'].map((name) => [name, attributeOf(img, name)])),
      );

  beforeAll(async () => {
    const content = await contentOf('right', files);
    const { problems } = checkSiteContent(await readContentFolder(content));
    expect(problems).toEqual([]);
    await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
      cwd: projectRoot,
      env: {
        // Without vitest's environment variables: Astro and Vite would build something else.
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        CONTENT_DIR: content,
        OUT_DIR: out(),
        CACHE_DIR: path.join(folder, 'cache'),
        SITE_URL: 'https://hub.example.cn',
        OFFLINE: 'off',
      },
    });
  }, 600_000);

  test('shows every picture of a text with its size and alt text', async () => {
    const shown = pictures(await page('activities/2026/mingzi'));
    expect(shown.map(({ alt }) => alt)).toEqual(all.map((_, index) => `图 ${String(index)} <“&">`));
    const widths = [60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 60, 75, 16_300];
    expect(shown.map(({ width }) => Number(width))).toEqual(widths);
    for (const { src = '' } of shown) {
      expect((await stat(path.join(out(), decodeURI(src)))).size).toBeGreaterThan(0);
    }
  });

  test('linked files exist, and links keep their fragment', async () => {
    const links = elementsIn(parse(await page('activities/2026/mingzi')))
      .map((element) => attributeOf(element, 'href') ?? '')
      .filter((href) => href.startsWith('/files/'));
    expect(links.map((href) => decodeURIComponent(href.replace(/^.*\//, '')))).toEqual([
      '表 格&1.csv',
      '报表.pdf#page=2',
      '报表.pdf?x=1',
    ]);
    for (const href of links) {
      const { pathname } = new URL(href, 'https://hub.example.cn');
      expect((await stat(path.join(out(), decodeURIComponent(pathname)))).size).toBeGreaterThan(0);
    }
  });

  test('no file of the site says who made it and where, whatever the content folder holds', async () => {
    const said = await saidBySite(out());
    expect(said.files).toBeGreaterThan(40);
    expect(said.secrets).toEqual([]);
    const document = unzipSync(await readFile(path.join(out(), 'files', at('yuantu', 'jy.docx'))));
    expect(JSON.stringify(Object.entries(document).map(String))).not.toMatch(/MARKER|docProps/);
  });

  test.each([
    ['haibao', ['海报']],
    ['haibao-tu', ['海报', '背面']],
    ['haibao-lie', ['一', '二']],
  ])(
    '%s, nothing but pictures, is shown: on its page, to elderly readers, and in the feeds',
    async (slug, words) => {
      for (const view of ['', 'elder/']) {
        const shown = pictures(await page(`${view}activities/2026/${slug}`));
        expect(shown.map(({ alt }) => alt)).toEqual(words);
        for (const { src = '' } of shown) await stat(path.join(out(), decodeURI(src)));
      }
      const { items } = JSON.parse(await readFile(path.join(out(), 'activities/feed.json'), 'utf8')) as {
        items: { url: string; content_html?: string }[];
      };
      const html = items.find(({ url }) => url.endsWith(`/${slug}/`))?.content_html ?? '';
      expect(pictures(html).map(({ alt, src = '' }) => [alt, src.startsWith('https://')])).toEqual(
        words.map((each) => [each, true]),
      );
      expect(await readFile(path.join(out(), 'activities/rss.xml'), 'utf8')).toContain(`alt="${words[0]!}`);
    },
  );

  test.each([
    ['fengmian', '84'],
    ['fengmian-svg', '85'],
  ])('the picture of %s is found by the same rule', async (slug, width) => {
    expect(pictures(await page(`activities/2026/${slug}`))).toMatchObject([{ alt: '题图', width }]);
  });
});
