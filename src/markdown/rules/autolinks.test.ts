import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

/** The links in a text as they are shown, and the problems reported. */
const read = (source: string) => {
  const { html, problems } = renderMarkdown(source);
  const shown = [...html.matchAll(/<a class="external"[^>]*>([^<]*)/g)].map(([, text = '']) =>
    text.replaceAll('&amp;', '&'),
  );
  return { shown, messages: problems.map(({ message }) => message) };
};

test.each<[source: string, address: string]>([
  ['https://example.cn/报名表', 'https://example.cn/报名表'],
  ['报名表：https://example.cn/报名表，电话另告', 'https://example.cn/报名表'],
  ['（https://example.cn/通知/报名表）', 'https://example.cn/通知/报名表'],
  ['见https://example.cn/报名表 一页', 'https://example.cn/报名表'],
  ['详见https://example.cn/附件/2026年报名表.docx。', 'https://example.cn/附件/2026年报名表.docx'],
  ['https://example.cn/搜索?q=党建&p=1。', 'https://example.cn/搜索?q=党建&p=1'],
  ['http://示例.中国/通知，', 'http://示例.中国/通知'],
  ['登录http://示例.中国。', 'http://示例.中国'],
  ['https://示例.cn:8080/a', 'https://示例.cn:8080/a'],
  ['详见https://example.cn/a，电话', 'https://example.cn/a'],
  ['访问https://example.cn欢迎光临', 'https://example.cn'],
  ['打开https://example.cn/a.html查看', 'https://example.cn/a.html'],
  ['见https://example.cn/a（附件）。', 'https://example.cn/a'],
  ['（https://example.cn/报名）', 'https://example.cn/报名'],
  ['见《https://example.cn/查询成绩》。', 'https://example.cn/查询成绩'],
  ['“https://example.cn/报名”', 'https://example.cn/报名'],
  ['请看\nhttps://example.cn/报名\n谢谢', 'https://example.cn/报名'],
  ['**https://example.cn/报名**', 'https://example.cn/报名'],
  ['https://example.cn/党建/表1.xlsx下载', 'https://example.cn/党建/表1.xlsx'],
  ['点击 https://example.cn/报名 即可', 'https://example.cn/报名'],
  ['填写:https://example.cn/f?x=1,谢谢', 'https://example.cn/f?x=1'],
  ['https://example.cn/“首页”', 'https://example.cn/'],
  ['**https://example.cn/a**', 'https://example.cn/a'],
])('links the whole address where its end is certain: %s', (source, address) => {
  expect(read(source)).toEqual({ shown: [address], messages: [] });
});

test.each<[source: string, shown: string[], whole: string]>([
  ['见https://example.cn/a欢迎', ['https://example.cn/a'], 'https://example.cn/a欢迎'],
  ['见https://example.cn/报名表。', ['https://example.cn/'], 'https://example.cn/报名表'],
  ['网址：https://example.cn/查询成绩。', ['https://example.cn/'], 'https://example.cn/查询成绩'],
  ['（https://example.cn/a查看）', ['https://example.cn/a'], 'https://example.cn/a查看'],
  ['（https://example.cn/报名，另告）', ['https://example.cn/'], 'https://example.cn/报名'],
  ['https://example.cn/a?id=1查询', ['https://example.cn/a?id=1'], 'https://example.cn/a?id=1查询'],
  ['https://example.cn/通知（2026）.docx', ['https://example.cn/'], 'https://example.cn/通知（2026）.docx'],
  [
    'https://example.cn/a或https://example.cn/b',
    ['https://example.cn/a', 'https://example.cn/b'],
    'https://example.cn/a或',
  ],
])('asks the editor where the end is uncertain: %s', (source, shown, whole) => {
  const result = read(source);
  expect(result.shown).toEqual(shown);
  expect(result.messages).toEqual([
    `看不出网址“${whole}”到哪里为止。整个都是网址，请放进尖括号，写成“<${whole}>”；只到“${shown[0]!}”，请在它后面空一格。`,
  ]);
  // Both suggested fixes work.
  expect(read(`见<${whole}>。`)).toEqual({ shown: [whole], messages: [] });
  expect(read(source.replace(shown[0]!, `${shown[0]!} `)).messages).toEqual([]);
});

test.each(['http://示例.中国欢迎访问', '请登录https://示例欢迎'])(
  'links nothing and reports an unreadable address: %s',
  (source) => {
    const { shown, messages } = read(`一\n${source}`);
    expect(shown).toEqual([]);
    expect(messages[0]).toContain('读不出来');
    expect(renderMarkdown(`一\n${source}`).problems[0]?.line).toBe(2);
  },
);

test.each([
  ['http//example.cn/a', 'http://example.cn'],
  ['见https:/www.example.cn', 'https://www.example.cn'],
  ['https；//example.cn。', 'https://example.cn'],
])('reports a broken scheme: %s', (source, meant) => {
  const { problems } = renderMarkdown(`一\n${source}`);
  expect(problems.map(({ line }) => line)).toEqual([2]);
  expect(problems[0]?.message).toContain(`请改成“${meant}”`);
});

test.each([
  'HTTP/2.0、http/https 协议，http:// 开头',
  '`https://a/中文`',
  'xhttps://example.cn/a',
  'a@example.cn 和 www.example.cn查询',
  '[见https://示例](/a)',
])('links nothing and reports nothing: %s', (source) =>
  expect(read(source)).toEqual({ shown: [], messages: [] }),
);

test('makes no link inside a link', () => {
  const { links } = renderMarkdown('[见https://example.cn/a](/b)');
  expect(links.map(({ href }) => href)).toEqual(['/b']);
});

test('encodes Chinese in the address', () => {
  expect(renderMarkdown('http://示例.中国/通知').html).toContain(
    'href="http://xn--fsq092h.xn--fiqs8s/%E9%80%9A%E7%9F%A5"',
  );
});
